"""
Writes a tuned model, or a mix with its base, as the ONNX file that the program loads, and beside it the hash that it is
checked by.

    python3 training/export.py --base ...onnx --tokenizer ...json --tuned tuned.pt --share 1 --out src/main/resources/.../clausebot-bge-small.onnx
"""

import argparse
import copy
import hashlib
import random
from pathlib import Path

import torch

import corpus
import encoder as bge
import rounding
from scoring import Vectors
from wordpiece import WordPiece

if __name__ == "__main__":
    p = argparse.ArgumentParser()
    p.add_argument("--base", required=True)
    p.add_argument("--tokenizer", required=True)
    p.add_argument("--frozen", type=int, default=6, help="as many layers of the tuned are the base's")
    p.add_argument("--tuned", required=True)
    p.add_argument("--share", type=float, default=1.0, help="how far to go from the base to the tuned weights, 0 to 1")
    p.add_argument("--out", required=True)
    args = p.parse_args()
    encoder = bge.load(args.base)
    base, tuned = encoder.state_dict(), torch.load(args.tuned)
    encoder.load_state_dict({k: (1 - args.share) * base[k] + args.share * tuned[k] for k in base})
    whole = copy.deepcopy(encoder)
    vectors = Vectors(None, WordPiece(args.tokenizer))
    rows, off, messages = corpus.read()
    asked = [r.text for r in rows + off] + [t for t, _ in messages]
    random.Random(1).shuffle(asked)
    said = list(corpus.clauses().values())
    random.Random(1).shuffle(said)
    ids = [vectors.ids("question", t) for t in asked[:480]] + [vectors.ids("passage", ": ".join(c)) for c in said[:160]]
    scales = rounding.round_layers(encoder, ids[:400] + ids[480:600], args.frozen)
    for name, some in (("questions", ids[400:480]), ("clauses", ids[600:])):
        near = (whole.vectors(some) * encoder.vectors(some)).sum(1)
        pieces = torch.cat([(a * b).sum(1) for a, b in zip(whole.tokens(some), encoder.tokens(some))])
        print(
            f"{name} that did not guide the rounding keep a cosine of {near.mean():.4f}, least {near.min():.4f};"
            f" their pieces {pieces.mean():.4f}, least {pieces.min():.4f}"
        )
    bge.save(encoder, args.base, args.out, scales)
    out = Path(args.out)
    out.with_suffix(".sha256").write_text(hashlib.sha256(out.read_bytes()).hexdigest() + "\n")
