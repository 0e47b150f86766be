#!/usr/bin/env bash
# Renews the generated parts of docs/model-card.md and docs/explanation/twin.md: performance by group from
# qualification/reports/comparisons.csv and, when a folder with the result of `lamella twin-study` is named, its table.
#   tools/model-card.sh [TWIN_STUDY_DIR]
set -eu
home="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
part="$(mktemp)"
# Replaces what stands between <!-- NAME --> and <!-- /NAME --> in a file by the part.
insert() {
  awk -v name="$2" -v part="$part" '
    $0 == "<!-- " name " -->" { print; while ((getline line < part) > 0) print line; close(part); skip = 1; next }
    $0 == "<!-- /" name " -->" { skip = 0 }
    !skip' "$1" > "$1.new" && mv "$1.new" "$1"
}
sed -n 's/.*\(Parameter set [0-9a-f]*\)\..*/\1 (comparisons that have an observed figure; "met" is the limit fixed in the plan)./p' \
  "$home/qualification/reports/overview.md" | head -n 1 > "$part"
awk '
  # splits a line of comma-separated values with quotes
  function cells(line, c,   n, i, ch, quoted) { n = 1; c[1] = ""; quoted = 0
    for (i = 1; i <= length(line); i++) { ch = substr(line, i, 1)
      if (ch == "\"") quoted = !quoted
      else if (ch == "," && !quoted) { n++; c[n] = "" }
      else c[n] = c[n] ch }
    return n }
  function add(group, met) { if (!(group in all)) order[++groups] = group; all[group]++; if (met) hit[group]++ }
  NR == 1 { n = cells($0, h); for (i = 1; i <= n; i++) column[h[i]] = i; next }
  { cells($0, c); what = tolower(c[column["WHAT"]]); study = c[column["STUDY"]]; verdict = c[column["VERDICT"]]
    if (verdict != "met" && verdict != "not met") next
    met = verdict == "met"
    add("all", met)
    if (study ~ /adult|orwoll|gatti2005|asteroid|bps804|shapiro/) add("adults", met); else add("children", met)
    if (study ~ /munns2005|antoniazzi2006/) add("children under 3 years", met)
    if (what ~ /type i,|type i$|type i /) add("type I alone", met)
    if (what ~ /fracture/) add("fractures", met)
    else if (what ~ /bmd| z|dxa/) add("density and Z", met)
    else if (what ~ /ntx|ctx|p1np/) add("markers", met)
    else add("size and biopsy", met) }
  END { print ""; print "| group | comparisons | met |"; print "|---|---|---|"
    for (i = 1; i <= groups; i++) printf "| %s | %d | %d |\n", order[i], all[order[i]], hit[order[i]] }
' "$home/qualification/reports/comparisons.csv" >> "$part"
echo >> "$part"
echo "No comparison of the book with an observed figure is for one sex, or for type III, IV, V or VI alone." >> "$part"
insert "$home/docs/model-card.md" book
if [ $# -ge 1 ]; then
  cp "$1/table.md" "$part"
  insert "$home/docs/model-card.md" twin-study
  insert "$home/docs/explanation/twin.md" twin-study
fi
rm -f "$part"
