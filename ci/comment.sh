#!/usr/bin/env bash
# What the GitHub Action runs to say on a pull request what it does to the ranking: one comment,
# found again by its hidden marker. Input comes through the environment only, never through the
# script's text: CASE_DIRECTORY, COMMENT_BASE (a revision), COMMENT_NUMBER (of the pull request),
# GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN; POLICYSCORE and PYTHON, the programs.
# Whatever keeps the comment from being written is a warning: it says nothing about the case.
set -euo pipefail

policyscore=${POLICYSCORE:-policyscore}
python=${PYTHON:-python3}
api=${GITHUB_API_URL:-https://api.github.com}
marker='<!-- policyscore-diff -->'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

give_up() {
  echo "::warning title=policyscore::No comment on the pull request: $1"
  exit 0
}

[[ ${COMMENT_NUMBER:-} =~ ^[0-9]+$ ]] || give_up "there is no number of a pull request."
[[ ${GITHUB_REPOSITORY:-} =~ ^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$ ]] || give_up "no repository is named."
[[ ${GITHUB_TOKEN:-} =~ ^[A-Za-z0-9_.-]+$ ]] || give_up "there is no token."
[[ ${COMMENT_BASE:-} =~ ^[0-9a-f]{7,64}$ ]] || give_up "there is no commit to compare with."

# the token goes through a pipe, so that no list of processes shows it
request() {
  printf 'header = "Authorization: Bearer %s"\n' "$GITHUB_TOKEN" |
    curl --disable --config - --silent --show-error --fail --max-time 60 \
      --header 'Accept: application/vnd.github+json' --header 'X-GitHub-Api-Version: 2022-11-28' \
      "$@" 2>"$work/error"
}

difference() {
  "$policyscore" -C "${CASE_DIRECTORY:-.}" diff "$COMMENT_BASE" --format github "$@" \
    >"$work/body" 2>"$work/error"
}

# the number of the comments on a page, and the id of the first that is a bot's with the marker
read_page='
import json, sys
page = json.load(open(sys.argv[1], encoding="utf-8"))
ours = (
    comment["id"]
    for comment in page
    if (comment.get("body") or "").startswith(sys.argv[2])
    and (comment.get("user") or {}).get("type") == "Bot"
)
print(len(page), int(next(ours, 0)))
'
make_body='
import json, sys
print(json.dumps({"body": open(sys.argv[1], encoding="utf-8").read()}))
'

difference --only-if-material || {
  sed 's/^/policyscore diff: /' "$work/error"
  give_up "the two versions cannot be compared; the log says why."
}

comments=$api/repos/$GITHUB_REPOSITORY/issues/$COMMENT_NUMBER/comments
id=0 page=1 count=100
while [ "$id" -eq 0 ] && [ "$count" -eq 100 ]; do
  request --output "$work/page" "$comments?per_page=100&page=$page" ||
    give_up "the comments cannot be read: $(head -n 1 "$work/error")"
  found=$("$python" -I -c "$read_page" "$work/page" "$marker" 2>"$work/error") ||
    give_up "the answer of the server cannot be read."
  read -r count id <<<"$found"
  page=$((page + 1))
done

if [ ! -s "$work/body" ]; then
  [ "$id" -ne 0 ] || exit 0 # nothing to say, and nothing said before that would be wrong now
  difference || give_up "the two versions cannot be compared."
fi

"$python" -I -c "$make_body" "$work/body" >"$work/request"
if [ "$id" -eq 0 ]; then
  method=POST where=$comments
else
  method=PATCH where=$api/repos/$GITHUB_REPOSITORY/issues/comments/$id
fi
request --output "$work/answer" --request "$method" --header 'Content-Type: application/json' \
  --data-binary "@$work/request" "$where" ||
  give_up "it cannot be written: $(head -n 1 "$work/error")"
