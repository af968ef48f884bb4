#!/bin/sh
# Install Reviewer for the person who runs this, without root, or remove it again.
#   ./install.sh [--prefix FOLDER]            (usual: ~/.local)
#   ./install.sh --remove [--prefix FOLDER]
# Reviews, translation packages and settings are left alone by both.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
prefix=${HOME}/.local
remove=no
while [ $# -gt 0 ]; do
    case $1 in
        --prefix) prefix=$2; shift 2 ;;
        --remove) remove=yes; shift ;;
        *) echo "usage: install.sh [--remove] [--prefix FOLDER]" >&2; exit 2 ;;
    esac
done
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac

# What lies below share/ here is what was and will be below share/ there.
files() { (cd "$here/share" && find . -type f | sed 's|^\./||'); }

take_away() {
    rm -rf "$prefix/lib/reviewer"
    rm -f "$prefix/bin/reviewer"
    files | while read -r file; do rm -f "$prefix/share/$file"; done
}

tell_the_desktop() {
    for command in "update-desktop-database $prefix/share/applications" \
        "update-mime-database $prefix/share/mime" \
        "gtk-update-icon-cache -qtf $prefix/share/icons/hicolor"; do
        if command -v "${command%% *}" >/dev/null 2>&1; then $command >/dev/null 2>&1 || true; fi
    done
}

take_away
if [ $remove = yes ]; then
    tell_the_desktop
    echo "Reviewer is removed from $prefix."
    exit 0
fi
mkdir -p "$prefix/lib" "$prefix/bin"
cp -R "$here/reviewer" "$prefix/lib/reviewer"
ln -s ../lib/reviewer/reviewer "$prefix/bin/reviewer"
files | while read -r file; do
    mkdir -p "$prefix/share/$(dirname "$file")"
    cp "$here/share/$file" "$prefix/share/$file"
done
# The desktop may not look in this folder's bin.
sed -i "s|^Exec=reviewer|Exec=\"$prefix/bin/reviewer\"|" "$prefix/share/applications/reviewer.desktop"
tell_the_desktop
echo "Reviewer is installed in $prefix. Start it from the menu, or with $prefix/bin/reviewer"
