"""Words of likelihood and of confidence in a text.

Terms of the table in Intelligence Community Directive 203 (ODNI 2015) count as agreed words.
"""

import re

# Kept to words that hardly ever mean anything else. `may` and `could` also permit and enable, so
# they count only before a word that makes them a guess; `might` is also strength.
_VAGUE = re.compile(
    r"\b(?:[Pp]erhaps|[Mm]aybe|[Cc]onceivably"
    r"|(?<!cannot )(?<!can't )(?<!can\u2019t )(?<!could not )(?<!couldn't )[Pp]ossibly"
    r"|[Ii]t is (?:\w+ )?(?:possible|conceivable|plausible) that"
    r"|(?:some|a (?:good|fair|real|serious|slim|small|slight|fighting)) chance (?:of|that)"
    r"|(?:could|may|might) (?:well|yet|conceivably|easily)"
    r"|may (?:(?:still|even|already|also) )?(?:be|have|become|prove|turn|come|mean|lead|fail"
    r"|see|think|believe|read|conclude)"
    r"|(?<!the )(?<!its )(?<!their )(?<!own )(?<!full )(?<!sheer )(?<!military )(?<!naval )"
    r"(?<!economic )(?<!'s )(?<!\u2019s )might"
    r"(?= (?!of\b|and\b|or\b|in\b|is\b|was\b|to\b|alone\b)\w)"
    r")\b"
)
# Every vague word has one of these parts; looking for them takes a tenth of the time.
_PARTS_OF_VAGUE = ("erhaps", "aybe", "onceiv", "ossib", "lausib", "chance", "could", "may", "might")
_NUMBER = re.compile(
    r"(?<![\w-])(?!(?:19|20)\d\d\b)\d|\bper ?cent\b"
    r"|\b(?:out of|in) (?:two|three|four|five|ten|twenty|a hundred)\b"
)
_LIKELIHOOD = re.compile(
    r"\b(?:almost no chance|remote (?:chance|possibility|likelihood|prospect)"
    r"|(?:very |highly )?(?:un)?likely|(?:highly )?(?:im)?probabl[ey]"
    r"|roughly even (?:chance|odds)|(?:almost|nearly) certain(?:ly)?)\b",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(
    r"\b(?:(?:very )?(?:low|moderate|medium|high)(?: to (?:moderate|high))? confidence"
    r"|(?<!self-)confident(?:ly)?)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
_MOST_CHARACTERS = 20_000


def sentences(text: str) -> list[str]:
    """The sentences of a text, each on one line."""
    return _SENTENCE_END.split(" ".join(text.split()))


def vague_words(text: str) -> list[str]:
    """The vague words of likelihood in a reason, but for sentences that give a number."""
    text = text[:_MOST_CHARACTERS]
    if not any(part in text for part in _PARTS_OF_VAGUE):
        return []
    return [
        match.group()
        for sentence in sentences(text)
        if not _NUMBER.search(sentence)
        for match in _VAGUE.finditer(sentence)
    ]


def mixed_words(text: str) -> list[str]:
    """For each sentence that mixes likelihood with confidence, a word of each."""
    text = text[:_MOST_CHARACTERS]
    if "onfiden" not in text:
        return []
    found = []
    for sentence in sentences(text):
        likelihood, confidence = _LIKELIHOOD.search(sentence), _CONFIDENCE.search(sentence)
        if likelihood and confidence:
            found.append(f"{likelihood.group()} ... {confidence.group()}")
    return found
