# Sourced by ./lamella and ./check: sets JAVA_HOME to a JDK 25, or explains what is missing and exits 4.
# Looks at LAMELLA_JAVA_HOME, JAVA_HOME, the `java` on the PATH, and the usual installation folders.
# The file `release` of a JDK names its version; asking javac itself would start a whole Java machine before ours.
lamella_is_jdk25() {
  local line
  [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    while IFS= read -r line; do
      case "$line" in
        'JAVA_VERSION="25"'* | 'JAVA_VERSION="25.'* | 'JAVA_VERSION="25+'* | 'JAVA_VERSION="25-'*) return 0 ;;
        'JAVA_VERSION='*) return 1 ;;
      esac
    done < "$1/release"
  fi
  "$1/bin/javac" -version 2>&1 | grep -q -E '^javac 25([.+ -]|$)'
}
lamella_find_jdk() {
  local candidate
  for candidate in "${LAMELLA_JAVA_HOME:-}" "${JAVA_HOME:-}" \
      "$(dirname "$(dirname "$(readlink -f "$(command -v javac 2>/dev/null)" 2>/dev/null)" 2>/dev/null)" 2>/dev/null)" \
      /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && lamella_is_jdk25 "$candidate"; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  done
  cat >&2 <<MESSAGE
Lamella needs a JDK 25 and found none.
  looked at: LAMELLA_JAVA_HOME, JAVA_HOME, javac on the PATH, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks
  to fix it: install Eclipse Temurin 25 (https://adoptium.net) or any other JDK 25,
             or point LAMELLA_JAVA_HOME at one that is installed elsewhere.
MESSAGE
  exit 4
}
lamella_find_jdk
