"""What a client wants: which checks count and how much, glossaries, rules, names that are right."""

from reviewer.profiles.profile import Profile, ProfileError
from reviewer.profiles.reading import read_profile

__all__ = ["Profile", "ProfileError", "read_profile"]
