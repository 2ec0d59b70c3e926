"""
Rounds the matrices that were tuned to int8 so that what they make of real inputs stays the same: each column of weights
is rounded in turn and the next make good its error (the method of GPTQ). Plain rounding will not do: fine-tuning moves a
weight by less than half a step, so that rounding would take it back to the base.
"""

import torch

from encoder import MATRICES, Packing

STEPS = 64
DAMPING = 0.02


def grid(weight):
    return weight.abs().max(1, keepdim=True).values.clamp(min=1e-8) / STEPS


def rounded(weight, inputs, scale):
    """weight as Linear has it, outputs by inputs; scale one an output."""
    weight = weight.double().clone()
    scale = scale.double()
    h = inputs.T.double() @ inputs.double()
    h += DAMPING * h.diagonal().mean() * torch.eye(len(h), dtype=h.dtype)
    order = h.diagonal().argsort(descending=True)
    weight, h = weight[:, order], h[order][:, order]
    upper = torch.linalg.cholesky(torch.cholesky_inverse(torch.linalg.cholesky(h)), upper=True)
    for j in range(weight.shape[1]):
        whole = (weight[:, j : j + 1] / scale).round().clamp(-STEPS, STEPS) * scale
        error = (weight[:, j : j + 1] - whole) / upper[j, j]
        weight[:, j : j + 1] = whole
        if j + 1 < weight.shape[1]:
            weight[:, j + 1 :] -= error * upper[j : j + 1, j + 1 :]
    out = torch.empty_like(weight)
    out[:, order] = weight
    return out.float()


@torch.no_grad()
def round_layers(encoder, texts, first):
    """
    Rounds layers from {first} on in place; texts are tuples of ids like those the model will read. The last layer too is
    rounded by all pieces and not by the first alone, since pieces are compared as well.
    """
    encoder.eval()
    encoder.frozen = first
    encoder.kept.clear()
    states = torch.cat(encoder.below(texts))
    packing = Packing([len(t) for t in texts])
    scales = {}
    for i in range(first, len(encoder.layers)):
        layer = encoder.layers[i]
        for names in (("key", "value", "query"), ("attended",), ("wide",), ("narrow",)):
            seen = {}
            hooks = [
                getattr(layer, n).register_forward_hook(lambda _, given, __, n=n: seen.__setitem__(n, given[0])) for n in names
            ]
            layer(states, packing)
            for hook in hooks:
                hook.remove()
            for n in names:
                matrix = getattr(layer, n)
                scales[i, n] = grid(matrix.weight)
                matrix.weight.copy_(rounded(matrix.weight, seen[n], scales[i, n]))
        states = layer(states, packing)
    return scales
