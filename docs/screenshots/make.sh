#!/usr/bin/env bash
# Takes the pictures of the pages that the README shows, from a running demo:
#   ./newsreel demo &        docs/screenshots/make.sh [http://127.0.0.1:8080]
# Needs Chromium (another one: CHROMIUM=…). The demo's news come from samples/.
set -euo pipefail
url=${1:-http://127.0.0.1:8080}
url=${url%/}
here=$(cd "$(dirname "$0")" && pwd)
chromium=${CHROMIUM:-chromium}

shot() { # NAME SIZE PATH
  "$chromium" --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
    --lang=en-GB --virtual-time-budget=15000 --window-size="$2" --screenshot="$here/$1.png" "$url/$3" 2>/dev/null
}

# The IRI of the first entity with a name.
entity() {
  curl -sfG --data-urlencode "q=$1" --data 'limit=1' "$url/api/entities" | sed 's/.*"entities":\[{"id":"\([^"]*\)".*/\1/'
}
encoded() { printf %s "$1" | od -An -tx1 | tr -d ' \n' | sed 's/../%&/g'; }

who=$(entity 'Ilse Varnholt')
where=$(entity 'Tidewell Energy')
query='PREFIX nr: <https://w3id.org/newsreel/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?person ?organisation WHERE {
  ?p nr:memberOf ?o ; rdfs:label ?person .
  ?o rdfs:label ?organisation .
}'

shot start 1280,860 ""
shot item 1280,1000 "item.html?id=sample-tidal-power#t=10.4"
shot why 1280,1000 "why.html?subject=$(encoded "$who")&predicate=$(encoded https://w3id.org/newsreel/ns#memberOf)&object=$(encoded "$where")"
shot entity 1280,1000 "entity.html?id=$(encoded "$who")"
shot query 1280,1000 "sparql.html#query=$(encoded "$query")&view=graph"
shot evaluation 1280,860 "evaluation.html#ablation"
shot item-phone 390,844 "item.html?id=sample-qinglan-turbines&lang=zh"
