"""
Scores a tuned model beside its base on rows that trained neither, for several shares of the tuned weights.

    python3 training/choose.py --base ...onnx --tokenizer ...json --tuned tuned.pt [--without a-policy] [--extra more.tsv]
"""

import argparse
import os
import pickle

import torch

import corpus
import encoder as bge
from scoring import Vectors, answerability, cold, urgent, warm
from wordpiece import WordPiece


def line(name, values):
    print(f"  {name:34}" + " ".join(f"{v:.3f}" for v in values), flush=True)


class Extra:
    """Rows by other hands that are in no file of the corpus."""

    def __init__(self, files):
        questions = corpus.measuring()
        self.rows, self.off, self.messages = [], [], []
        for r in (r for file in files for r in corpus.table(file)):
            text = r.get("question") or r["text"]
            if corpus.near(text, questions):
                continue
            if "urgent" in r:
                self.messages.append((text, r["flow"] if r["urgent"] == "yes" else ""))
            elif r["gold"]:
                self.rows.append(corpus.Row(text, "social-media", corpus.gold(r["gold"], "social-media")))
            else:
                self.off.append(corpus.Row(text))


def harmless(rows):
    return [r for r in rows if corpus.calm(r)]


def report(vectors, args, kernels, extra):
    rows, off, messages = corpus.read()
    clauses = corpus.clauses()
    social = [r for r in rows if r.policy == "social-media"]
    learnt = [r for r in social if not corpus.held_out(r.text)]
    held = [r for r in social if corpus.held_out(r.text)]
    off_learnt = [r for r in off if not corpus.held_out(r.text)]
    off_held = [r for r in off if corpus.held_out(r.text)]
    print(f"  {len(held)} held out, {len(off_held)} off topic; by other hands {len(extra.rows)}, {len(extra.off)}")
    for gamma, ridge, counts in kernels:
        kernel = dict(gamma=gamma, ridge=ridge, counts=counts)
        name = f"γ {gamma} ridge {ridge} counts {counts}"
        line("warm " + name, warm(vectors, learnt, off_learnt, held, clauses, **kernel)[0])
        if extra.rows:
            line("  by other hands", warm(vectors, learnt, off_learnt, extra.rows, clauses, **kernel)[0])
    line("kernel alone", warm(vectors, learnt, off_learnt, held, clauses, counts=1e6)[0])
    line("cosine alone", cold(vectors, held, clauses))
    if args.without:
        own = [r for r in rows if r.policy == args.without]
        line("cosine, a policy never seen", cold(vectors, own, clauses))
    line("answerability: cosine, likeness, both", answerability(vectors, learnt, off_learnt, held, off_held, clauses))
    if extra.off:
        signals = answerability(vectors, learnt, off_learnt, extra.rows, extra.off, clauses)
        line("  by other hands", signals)
    messages_learnt = [m for m in messages if not corpus.held_out(m[0])]
    messages_held = [m for m in messages if corpus.held_out(m[0])]
    calm = [r.text for r in harmless(learnt) + off_learnt]
    calm_held = [r.text for r in harmless(held) + off_held]
    for gamma, ridge in ((1, 0.3), (1, 0.1)):
        name = f"urgent γ {gamma} ridge {ridge}"
        line(name, urgent(vectors, messages_learnt, calm, messages_held, calm_held, gamma, ridge))
        if extra.messages:
            others = [r.text for r in harmless(extra.rows) + extra.off]
            line("  by other hands", urgent(vectors, messages_learnt, calm, extra.messages, others, gamma, ridge))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--base", required=True)
    p.add_argument("--tokenizer", required=True)
    p.add_argument("--tuned", nargs="*", default=[])
    p.add_argument("--without", default="")
    p.add_argument("--frozen", type=int, default=6, help="as many layers of the tuned are the base's")
    p.add_argument("--no-base", action="store_true")
    p.add_argument("--extra", nargs="*", default=[])
    p.add_argument("--shares", type=float, nargs="*", default=[0.5, 0.7, 1.0])
    p.add_argument("--kernels", nargs="*", default=["1,.3,2"])
    p.add_argument("--cache", default="", help="where the base's vectors are kept between runs")
    args = p.parse_args()
    torch.set_num_threads(2)
    kernels = [tuple(map(float, k.split(","))) for k in args.kernels]
    extra = Extra(args.extra)
    tokenizer = WordPiece(args.tokenizer)
    base = bge.load(args.base, args.frozen)
    known = {}
    if args.cache and os.path.exists(args.cache):
        with open(args.cache, "rb") as file:
            known = pickle.load(file)
    if not args.no_base:
        print("base")
        report(Vectors(base, tokenizer, known), args, kernels, extra)
        if args.cache:
            with open(args.cache, "wb") as file:
                pickle.dump(known, file)
    weights = {k: v.clone() for k, v in base.state_dict().items()}
    for path in args.tuned:
        tuned = torch.load(path)
        for share in args.shares:
            base.load_state_dict({k: (1 - share) * weights[k] + share * tuned[k] for k in weights})
            print(f"{path}, {share:.0%} tuned")
            report(Vectors(base, tokenizer), args, kernels, extra)


if __name__ == "__main__":
    main()
