"""
The mean of tuned models, weight by weight: what each learnt apart stays, and less of what either overdid.

    python3 training/mean.py one.pt another.pt mean.pt
"""

import sys

import torch

if __name__ == "__main__":
    *models, out = sys.argv[1:]
    weights = [torch.load(path) for path in models]
    torch.save({name: sum(w[name] for w in weights) / len(weights) for name in weights[0]}, out)
