"""The copy of the client's profile that a review keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.profiles import Profile
    from reviewer.store.project import ProjectFile

_SETTING = "profile"


class KeptProfile:
    """Read from the file of the review when it is first asked for, and then remembered."""

    def __init__(self, project: ProjectFile) -> None:
        self._project = project
        self._profile: Profile | None = None

    def profile(self) -> Profile:
        """The profile; an empty one where the review has none. Raises ProfileError."""
        from reviewer.profiles import Profile
        from reviewer.profiles.stored import from_data

        if self._profile is None:
            kept = self._project.setting(_SETTING)
            self._profile = Profile() if kept is None else from_data(kept)
        return self._profile

    def keep(self, profile: Profile) -> None:
        """Keep another one."""
        from reviewer.profiles.stored import as_data

        self._project.write_setting(_SETTING, as_data(profile))
        self._profile = None
