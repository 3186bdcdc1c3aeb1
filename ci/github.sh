#!/usr/bin/env bash
# What the GitHub Action runs. Input comes through the environment only, never through the script's
# text: CASE_DIRECTORY, CASE_STRICT, CASE_SINCE, CASE_SUMMARY, and POLICYSCORE, the program;
# ACTION_REPOSITORY and ACTION_REF say where the action was taken from.
set -euo pipefail

policyscore=${POLICYSCORE:-policyscore}
directory=${CASE_DIRECTORY:-.}
arguments=(validate --format github)
if [ "${CASE_STRICT:-false}" = true ]; then arguments+=(--strict); fi
if [ -n "${CASE_SINCE:-}" ]; then arguments+=("--since=$CASE_SINCE"); fi

if [ -n "${ACTION_REPOSITORY:-}" ] && [ -n "${ACTION_REF:-}" ]; then
  # where the pages of the rules can be read, for links
  export POLICYSCORE_RULES_URL="${GITHUB_SERVER_URL:-https://github.com}/$ACTION_REPOSITORY/blob/$ACTION_REF/docs/rules"
fi

code=0
"$policyscore" "${arguments[@]}" -- "$directory" || code=$?

if [ "${CASE_SUMMARY:-true}" = true ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  if [ "$code" -eq 0 ]; then
    "$policyscore" -C "$directory" rank --format markdown --top 10 >>"$GITHUB_STEP_SUMMARY"
  else
    {
      echo "## policyscore validate"
      echo
      echo "The case was not accepted; the findings are annotations of this run."
    } >>"$GITHUB_STEP_SUMMARY"
  fi
fi
exit "$code"
