# Names the skipped tests that .ci/skips.txt does not allow, and ends with 1 if there are any.
#
#   awk -v missing=' no-data root ' -f .ci/skips.awk .ci/skips.txt target/surefire-reports/TEST-*.xml

function attribute(element, name,    from) {
  from = index(element, " " name "=\"")
  if (!from) return ""
  element = substr(element, from + length(name) + 3)
  return substr(element, 1, index(element, "\"") - 1)
}

function allowed(reason,    i) {
  for (i = 1; i <= lines; i++) {
    if (index(missing, " " condition[i] " ") && (test[i] == class || test[i] == class "." method) \
        && index(reason, why[i]) == 1) return 1
  }
  return 0
}

FNR == 1 { list = FILENAME ~ /skips\.txt$/ }

list {
  if ($0 !~ /^#/ && split($0, cells, / *\| */) == 3) {
    condition[++lines] = cells[1]; test[lines] = cells[2]; why[lines] = cells[3]
  }
  next
}

/<testcase / {
  class = attribute($0, "classname")
  method = attribute($0, "name")
  # With the arguments that it was called with, if there were any.
  sub(/[^A-Za-z0-9_$].*/, "", method)
}

/<skipped/ {
  reason = attribute($0, "message")
  if (match($0, /Assumption failed: /)) reason = substr($0, RSTART + RLENGTH)
  if (!allowed(reason)) {
    printf "%s.%s was skipped, which no line of .ci/skips.txt allows here: %s\n", class, method, reason
    wrong = 1
  }
}

END { exit wrong }
