#!/bin/sh
# image.sh CHECKOUT DIR: copies what runs of a built checkout to below DIR, under the same absolute paths.
set -eu
root=$1
to=$2
mkdir -p "$to"
keep() {
  for file in "$@"; do
    [ -e "$file" ] || { echo "image.sh: $file is missing: build first" >&2; exit 1; }
    mkdir -p "$to$(dirname "$file")"
    cp -a "$file" "$to$(dirname "$file")/"
  done
}
keep "$root/newsreel" "$root/LICENSE" "$root/samples" "$root/.ci/healthy.sh" "$root/api/target/quarkus-app"
for module in api training; do
  keep "$root/$module/target/classpath.txt"
  for jar in "$root/$module"/target/newsreel-*.jar; do keep "$jar"; done
done
for module in api training; do cat "$root/$module/target/classpath.txt"; echo; done | tr ':' '\n' | sort -u | while read -r jar; do
  [ -z "$jar" ] || keep "$jar"
done
# The launcher keeps its state there.
mkdir -p "$to$root/target"
