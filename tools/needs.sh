# shellcheck shell=bash
# What a computer must have before Kneadwell can be built, shown or tested. Sourced by ./run and ./test:
# `needs build`, `needs build window`, `needs build window tests`. With everything there it says nothing,
# asks nothing and needs no network.

rust_wanted=1.95
missing=()
reasons=()

say() { printf '%s\n' "$*" >&2; }
has() { command -v "$1" >/dev/null 2>&1; }
has_library() { PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null | grep -F "$1 " >/dev/null; }
has_package() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
lacks() { missing+=("$1"); reasons+=("$(printf '  %-20s %s' "$1" "$2")"); }

list_build() {
  has cc || lacks build-essential "a C compiler, for the database"
  has pkg-config || lacks pkg-config "finds the sound headers"
  pkg-config --exists alsa 2>/dev/null || lacks libasound2-dev "headers of the sound system"
}

list_window() {
  has_library libGL.so.1 || lacks libgl1 "draws the window"
  has_library libEGL.so.1 || lacks libegl1 "draws the window"
  has_library libX11.so.6 || lacks libx11-6 "opens the window"
  has_library libX11-xcb.so.1 || lacks libx11-xcb1 "opens the window"
  has_library libXcursor.so.1 || lacks libxcursor1 "the pointer"
  has_library libXi.so.6 || lacks libxi6 "keyboard and pointer"
  has_library libxkbcommon.so.0 || lacks libxkbcommon0 "keyboard layouts"
  has_library libxkbcommon-x11.so.0 || lacks libxkbcommon-x11-0 "keyboard layouts"
}

list_tests() {
  has Xvfb || lacks xvfb "a screen in memory, for the window tests"
  has xdotool || lacks xdotool "presses keys in the window tests"
  has weston || lacks weston "a Wayland screen inside that one, for the window tests"
  has jwm || lacks jwm "minimises windows in the window tests"
  has sqlite3 || lacks sqlite3 "looks into the journal from outside"
  has_library libvulkan.so.1 || lacks libvulkan1 "draws the pictures of screens"
  has_package mesa-vulkan-drivers || lacks mesa-vulkan-drivers "the same, without a graphics card"
  has_package libgl1-mesa-dri || lacks libgl1-mesa-dri "draws the window without a graphics card"
}

need_rust() {
  # A fresh Rust is often installed but not yet on this shell's path.
  if ! has cargo && [ -x "$HOME/.cargo/bin/cargo" ]; then PATH="$HOME/.cargo/bin:$PATH"; fi
  local found=none
  if has cargo; then found=$(cargo --version | cut -d' ' -f2); fi
  if [ "$found" = none ] || [ "$(printf '%s\n' "$rust_wanted" "$found" | sort -V | head -n1)" != "$rust_wanted" ]; then
    say "Kneadwell is built with Rust $rust_wanted or newer; found: $found."
    say "With rustup:    rustup update stable"
    say "Without it:     curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh"
    say "Then run this again."
    exit 1
  fi
}

# Debian and its relatives: install what is missing, as root at once, else after one question.
install_missing() {
  local command="apt-get install -y --no-install-recommends ${missing[*]}"
  # Empty or stale package lists: fetch them and try once more.
  local script="export DEBIAN_FRONTEND=noninteractive
    if ls /var/lib/apt/lists/*Packages* >/dev/null 2>&1 && $command; then exit 0; fi
    apt-get update && $command"
  local answer=no
  say "Kneadwell needs these packages:"
  printf '%s\n' "${reasons[@]}" >&2
  if [ "$(id -u)" = 0 ]; then
    if sh -c "$script" >&2; then return; fi
  elif [ -t 0 ] && [ -t 2 ] && has sudo; then
    read -r -p "Install them now with sudo? [y/N] " answer || true
    if [[ $answer == [yY]* ]] && sudo sh -c "$script" >&2; then return; fi
  fi
  say "Not installed. Install them yourself, then run this again:"
  say "  sudo $command"
  exit 1
}

# Other systems: only the names are known.
explain_missing() {
  if has cc && { [ "$(uname -s)" = Darwin ] || pkg-config --exists alsa 2>/dev/null; }; then return; fi
  say "Kneadwell needs a C compiler and, on Linux, pkg-config and the ALSA headers:"
  say "  Fedora: sudo dnf install gcc pkgconf-pkg-config alsa-lib-devel mesa-libGL mesa-libEGL libX11-xcb libXcursor libXi libxkbcommon-x11"
  say "  Arch:   sudo pacman -S --needed base-devel alsa-lib libglvnd libx11 libxcursor libxi libxkbcommon-x11"
  say "  macOS:  xcode-select --install"
  say "The tests also want Xvfb, xdotool, weston, jwm, sqlite3 and Mesa's software Vulkan driver."
  exit 1
}

needs() {
  need_rust
  if ! has apt-get || ! has dpkg-query; then explain_missing; return; fi
  local group
  for group in "$@"; do "list_$group"; done
  if [ ${#missing[@]} -gt 0 ]; then install_missing; fi
}
