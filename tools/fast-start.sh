# Sourced by ./lamella: an ahead-of-time cache of loaded classes and method profiles (JEP 483, 514 and 515; docs/decisions/0007).
# It is made once for each build and JDK by rehearsing on the example records, behind the first command and at the lowest
# priority, and lies beside the built jar. Nothing
# depends on it: without it, or when the Java machine finds it outdated, the same command runs more slowly.

# Name of the build: our own jars byte by byte, and the JDK. Other jars are compared by the Java machine itself.
lamella_build_name() {
  cat "$jar" "$home"/cli/target/lib/lamella-*.jar "$JAVA_HOME/release" 2>/dev/null | cksum | tr ' ' '-'
}

# lamella_cache WHAT: prints the cache for `records` or `plans`; when there is none it prints nothing and begins to make it.
lamella_cache() {
  local what="$1" folder="$home/cli/target/fast-start" name cache lock
  case "${LAMELLA_FAST_START:-yes}" in no|off|0|false) return 0 ;; esac
  name="$(lamella_build_name)" || return 0
  cache="$folder/$what-$name.aot"
  # The Java machine refuses a cache that is older than a jar.
  if [ ! -f "$cache" ] || [ -n "$(find "$jar" "$home/cli/target/lib" -newer "$cache" -print -quit 2>/dev/null)" ]; then
    mkdir -p "$folder" 2>/dev/null && [ -w "$folder" ] || return 0
    lock="$folder/$what.lock"
    # One start makes it; others that begin meanwhile, or after one that failed, go without.
    [ ! -e "$folder/$what-$name.failed" ] || return 0
    mkdir "$lock" 2>/dev/null || lamella_stale "$lock" || return 0
    rm -f "$cache"
    # Nobody waits for it: the command that asked first answers without, the rehearsal goes on behind it.
    (lamella_make_cache "$what" "$cache" "$lock") >/dev/null 2>&1 </dev/null &
    return 0
  fi
  echo "$cache"
}

# A lock that a killed start left behind is taken over after ten minutes.
lamella_stale() {
  [ -n "$(find "$1" -maxdepth 0 -mmin +10 2>/dev/null)" ] && rmdir "$1" 2>/dev/null && mkdir "$1" 2>/dev/null
}

lamella_make_cache() {
  local what="$1" cache="$2" lock="$3" scratch
  scratch="$(mktemp -d 2>/dev/null)" || { rmdir "$lock"; return 0; }
  trap 'rm -rf "$scratch" "$cache.part"* "$lock"' EXIT
  # An interrupt is meant for the command in front.
  trap '' INT HUP
  if nice -n 19 "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$cache.part" '-Xlog:aot*=off' '-Xlog:cds*=off' -XX:+UseParallelGC \
      --sun-misc-unsafe-memory-access=allow -cp "$jar" org.lamella.cli.Rehearsal "$what" "$home/examples" "$scratch" \
      >/dev/null 2>&1 </dev/null && [ -s "$cache.part" ]; then
    rm -f "$(dirname "$cache")/$what"-*.aot "$(dirname "$cache")/$what"-*.failed
    mv -f "$cache.part" "$cache"
  else
    : > "${cache%.aot}.failed"
  fi
  rm -rf "$scratch" "$cache.part"* "$lock"
  trap - EXIT
}

# lamella_records ARGUMENT...: about how many files lie in the folders that a command line names, up to 50.
lamella_records() {
  local argument
  for argument in "$@"; do
    [ ! -d "$argument" ] || find "$argument" ! -type d 2>/dev/null | head -n 50
  done | wc -l
}
