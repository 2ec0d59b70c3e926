"""
Questions of index/questions/many over all nine policies at once, as if none had phrasings: by the sentence's vector, and
with the vectors of its words compared late over the first twenty.

    python3 training/many.py --base ...onnx --tokenizer ...json [--tuned tuned.pt] [--half develop] [--given] [--alone a-policy]
"""

import argparse

import numpy as np
import torch

import corpus
import encoder as bge
from scoring import PREFIX_PIECES, Vectors, near, ranking
from wordpiece import WordPiece

COLD = ("data-protection-for-staff", "low-level-concerns", "staff-leave-and-absence", "whistleblowing")


def asked(half):
    found = []
    for file in sorted((corpus.INDEX / "questions/many" / half).glob("*.tsv")):
        for r in corpus.table(file):
            if r["gold"]:
                grades = corpus.gold(r["gold"], "social-media")
                found.append(corpus.Row(r["question"], file.stem, grades))
    return found


def given():
    found = {}
    for name in ("short", "scenario", "held-out"):
        rows = corpus.table(corpus.INDEX / f"questions/{name}.tsv")
        found[name] = [corpus.Row(r["question"], "social-media", corpus.gold(r["gold"], "social-media")) for r in rows if r["gold"]]
    return found


def tokens(vectors, ids, question):
    first = 1 + (PREFIX_PIECES if question else 0)
    return [t[first:-1] for t in vectors.encoder.tokens(ids)]


def late(vectors, rows, clauses, names, base, first=20):
    """Mean over the question's pieces of the best cosine among the clause's pieces; nothing beyond the first twenty."""
    q = tokens(vectors, [vectors.ids("question", r.text) for r in rows], True)
    p = tokens(vectors, [vectors.ids("passage", ": ".join(clauses[c])) for c in names], False)
    found = np.full_like(base, -1)
    for i, row in enumerate(base):
        for k in np.argsort(-row)[:first]:
            found[i, k] = (q[i] @ p[k].T).max(1).values.mean().item() if len(q[i]) else 0
    return found


def right_policy(s, names, rows):
    first = [names[k].split("/")[0] for k in s.argmax(1)]
    return np.mean([f in {c.split("/")[0] for c, g in r.gold.items() if g == 2} for f, r in zip(first, rows)])


def line(name, s, names, rows, policy=True):
    values = list(ranking(s, names, [r.gold for r in rows])) + ([right_policy(s, names, rows)] if policy else [])
    print(f"  {name:44}" + " ".join(f"{v:.3f}" for v in values), flush=True)


def report(vectors, halves, with_given, others, weights):
    clauses = {c: t for c, t in corpus.clauses().items() if c.split("/")[0] in corpus.NINE}
    names = list(clauses)
    for half in halves:
        rows = asked(half)
        base = near(vectors, rows, names, clauses)
        by_piece = late(vectors, rows, clauses, names, base)
        for group, without in (("four without", True), ("four with", False)):
            at = np.flatnonzero([(r.policy in COLD) == without for r in rows])
            some = [rows[i] for i in at]
            line(f"{half}, {group}: vector", base[at], names, some)
            for w in weights:
                line(f"  late {w}", base[at] + w * by_piece[at], names, some)
    alone = {}
    if with_given:
        alone |= given()
    if others:
        graded, _, _ = corpus.read()
        for policy in others:
            alone[policy] = [r for r in graded if r.policy == policy]
    for title, rows in alone.items():
        own = [c for c in corpus.clauses() if c.startswith(rows[0].policy + "/")]
        all_clauses = corpus.clauses()
        base = near(vectors, rows, own, all_clauses)
        by_piece = late(vectors, rows, all_clauses, own, base)
        line(f"{title}, alone: vector", base, own, rows, False)
        for w in weights:
            line(f"  late {w}", base + w * by_piece, own, rows, False)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--base", required=True)
    p.add_argument("--tokenizer", required=True)
    p.add_argument("--tuned", nargs="*", default=[])
    p.add_argument("--half", nargs="*", default=["develop"])
    p.add_argument("--frozen", type=int, default=6)
    p.add_argument("--given", action="store_true")
    p.add_argument("--alone", nargs="*", default=[])
    p.add_argument("--no-base", action="store_true")
    p.add_argument("--shares", type=float, nargs="*", default=[1.0])
    p.add_argument("--late", type=float, nargs="*", default=[0.5, 1.0, 2.0])
    args = p.parse_args()
    torch.set_num_threads(2)
    tokenizer = WordPiece(args.tokenizer)
    encoder = bge.load(args.base, args.frozen)
    weights = {k: v.clone() for k, v in encoder.state_dict().items()}
    if not args.no_base:
        print("base")
        report(Vectors(encoder, tokenizer), args.half, args.given, args.alone, args.late)
    for path in args.tuned:
        tuned = torch.load(path)
        for share in args.shares:
            encoder.load_state_dict({k: (1 - share) * weights[k] + share * tuned[k] for k in weights})
            print(f"{path}, {share:.0%} tuned")
            report(Vectors(encoder, tokenizer), args.half, args.given, args.alone, args.late)


if __name__ == "__main__":
    main()
