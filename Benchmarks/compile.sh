#!/bin/sh
# Compiles the C programs into a folder (with `draws` also those that replay sampler calls) and prints the compiler: the
# clang of the Swift toolchain where there is one, so that both sides have the same optimiser, else what the system calls
# cc. No -march: Swift builds for the same baseline.
set -eu

folder=${1:?usage: Benchmarks/compile.sh FOLDER [draws]}
here=$(dirname "$0")
swift=$(command -v swift || true)
cc=cc
[ -n "$swift" ] && [ -x "$(dirname "$(readlink -f "$swift")")/clang" ] && cc=$(dirname "$(readlink -f "$swift")")/clang
flags="-std=c2x -O3 -Wall -Wextra -Werror"

# shellcheck disable=SC2086
"$cc" $flags "$here"/C/*.c -o "$folder/settle"
[ "${2:-}" = draws ] && {
  philox=$here/../Sources/CMedaid
  gsl=$(pkg-config --cflags --libs gsl)
  # shellcheck disable=SC2086
  "$cc" $flags -I"$philox/include" "$here/Draws/replay.c" "$philox/philox.c" -o "$folder/replay" $gsl
  # shellcheck disable=SC2086
  "$cc" $flags -fPIC -shared -fvisibility=default -I"$philox/include" "$here/Draws/record.c" \
    -o "$folder/record.so" $gsl -ldl
}
"$cc" --version | head -n 1
