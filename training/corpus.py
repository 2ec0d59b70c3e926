"""Reads clauses and example questions, and keeps out what measures."""

import csv
import re
import zlib
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
INDEX = HERE.parent / "index"
TOO_NEAR = 0.6


@dataclass(frozen=True)
class Row:
    text: str
    policy: str = ""
    gold: dict = field(default_factory=dict, compare=False)
    """Clause to grade, 2 answers and 1 supports; empty when no clause answers."""


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def words(text):
    """As PhrasingsTest has it."""
    return set(re.split(r"[^a-z0-9']+", text.lower().replace("’", "'"))) - {""}


def measuring():
    files = [INDEX / f"questions/{name}.tsv" for name in ("short", "scenario", "held-out")]
    files += sorted((INDEX / "questions/many").glob("*/*.tsv"))
    questions = [r["question"] for file in files for r in table(file) if "question" in r]
    messages = [r["text"] for name in ("urgent", "held-out-urgent") for r in table(INDEX / f"questions/{name}.tsv")]
    turns = [turn for r in table(INDEX / "questions/follow-ups.tsv") for turn in r["turns"].split(" | ")]
    return [words(text) for text in questions + messages + turns]


def near(text, questions):
    own = words(text)
    return any(len(own & q) >= TOO_NEAR * len(own | q) for q in questions if own and q)


def held_out(text):
    """One row in five never trains the model: it chooses, and calibrates what is built on the model."""
    return zlib.crc32(text.encode("utf-8")) % 5 == 0


def clauses():
    """Policy/clause to (innermost heading, statement with its lead-in)."""
    found = {}
    for file in sorted((HERE / "data/clauses").glob("*.tsv")):
        for r in table(file):
            heading = re.sub(r"^(?:section\s+)?[\d.()]+\s+", "", r["headings"].split(" > ")[-1])
            found[file.stem + "/" + r["ref"]] = (heading, r["text"])
    return found


def gold(entry, policy):
    grades = {}
    for part in filter(None, entry.split(";")):
        clause, _, grade = part.strip().rpartition(":")
        grades[clause if "/" in clause else policy + "/" + clause] = int(grade)
    return grades


def read():
    """The rows with gold, those off topic, and the urgent ones as (text, flow or '' when harmless)."""
    questions, known = measuring(), clauses()
    graded, off, urgent, dropped = [], [], [], 0
    files = [INDEX / "phrasings/social-media.tsv", INDEX / "phrasings/off-topic.tsv"]
    files += sorted((HERE / "data/phrasings").glob("*.tsv"))
    seen = set()
    for file in [*files, INDEX / "phrasings/urgent.tsv"]:
        for r in table(file):
            text = r.get("question") or r["text"]
            if text in seen:
                continue
            seen.add(text)
            if near(text, questions):
                dropped += 1
            elif "urgent" in r:
                urgent.append((text, r["flow"] if r["urgent"] == "yes" else ""))
            elif not r["gold"]:
                off.append(Row(text))
            else:
                grades = gold(r["gold"], "social-media")
                strangers = set(grades) - set(known)
                if strangers:
                    raise ValueError(f"{file}: {text}: no clause {strangers}")
                graded.append(Row(text, next(iter(grades)).split("/")[0], grades))
    print(f"{len(graded)} graded, {len(off)} off topic, {len(urgent)} urgent or not; {dropped} too near to what measures")
    return graded, off, urgent


GRAVE = {"social-media/2.7", "social-media/2.8", "safeguarding-and-child-protection"}


def calm(row):
    """Whether nothing urgent is told: such clauses are answered by messages that are."""
    return not any(c.rsplit(".", 1)[0] in GRAVE or c.split("/")[0] in GRAVE for c in row.gold)


def _graded_together():
    return {r["policy"]: r["group"] for r in table(HERE / "data/graded-together.tsv")}


GROUPS = _graded_together()
NINE = {policy for policy, group in GROUPS.items() if group == "trust"}


def comparable(asked, answering):
    """
    Whether a question's grades say of another policy's clause that it does not answer: where both policies are of one group,
    whose questions were graded with the others in view. What is off topic was so for social media alone.
    """
    if not asked or not answering:
        return {asked, answering} <= {"", "social-media"}
    return GROUPS[asked] == GROUPS[answering]


def sentences(text):
    return [s for s in re.split(r"(?<=[.!?])\s+(?=[^a-z])", text) if s.strip()] or [text]
