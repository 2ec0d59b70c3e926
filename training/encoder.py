"""
bge-small in plain PyTorch: twelve BERT layers of width 384, read from the quantised ONNX file and written back into the
same graph. Texts of a batch are packed one behind the other, so that no work is done on padding.
"""

import math

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional as F

WIDTH, HEADS, LAYERS = 384, 12, 12
QUESTION_PREFIX = "Represent this sentence for searching relevant passages: "
QUESTION_PIECES, PASSAGE_PIECES = 96, 200
MATRICES = {
    "query": "attention/self/query/MatMul",
    "key": "attention/self/key/MatMul",
    "value": "attention/self/value/MatMul",
    "attended": "attention/output/dense/MatMul",
    "wide": "intermediate/dense/MatMul",
    "narrow": "output/dense/MatMul",
}
BIASES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
}
NORMS = {"norm1": "attention.output.LayerNorm", "norm2": "output.LayerNorm"}


class Packing:
    """Where each token of a packed batch stands among its text's."""

    def __init__(self, lengths):
        self.count, self.longest = len(lengths), max(lengths)
        lengths = torch.tensor(lengths)
        self.mask = torch.arange(self.longest)[None, :] < lengths[:, None]
        self.at = self.mask.reshape(-1).nonzero().squeeze(1)
        self.first = torch.cumsum(lengths, 0) - lengths
        self.bias = torch.zeros(self.count, 1, 1, self.longest).masked_fill(~self.mask[:, None, None, :], -1e9)

    def heads(self, packed):
        padded = packed.new_zeros(self.count * self.longest, WIDTH).index_copy(0, self.at, packed)
        return padded.view(self.count, self.longest, HEADS, WIDTH // HEADS).transpose(1, 2)

    def packed(self, heads):
        return heads.transpose(1, 2).reshape(self.count * self.longest, WIDTH)[self.at]


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.query, self.key, self.value, self.attended = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.wide, self.narrow = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, packing, only_first=False):
        key, value = packing.heads(self.key(x)), packing.heads(self.value(x))
        if only_first:
            x = x[packing.first]
            query = self.query(x).view(packing.count, 1, HEADS, WIDTH // HEADS).transpose(1, 2)
        else:
            query = packing.heads(self.query(x))
        weights = query @ key.transpose(2, 3) / math.sqrt(WIDTH // HEADS) + packing.bias
        mixed = weights.softmax(-1) @ value
        mixed = mixed.transpose(1, 2).reshape(packing.count, WIDTH) if only_first else packing.packed(mixed)
        x = self.norm1(x + self.dropout(self.attended(mixed)))
        return self.norm2(x + self.dropout(self.narrow(F.gelu(self.wide(x)))))


class Encoder(nn.Module):
    """Only the layers from {frozen} on learn; what comes below is computed once a text and kept."""

    def __init__(self, frozen, dropout=0.1):
        super().__init__()
        self.frozen = frozen
        self.word = nn.Embedding(30522, WIDTH)
        self.position = nn.Embedding(512, WIDTH)
        self.kind = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer(dropout if i >= frozen else 0) for i in range(LAYERS))
        self.kept = {}

    def learning(self):
        return [p for layer in self.layers[self.frozen :] for p in layer.parameters()]

    @torch.no_grad()
    def below(self, texts):
        """The states that enter the first layer that learns; texts are tuples of ids."""
        missing = [t for t in dict.fromkeys(texts) if t not in self.kept]
        missing.sort(key=len)
        for i in range(0, len(missing), 64):
            part = missing[i : i + 64]
            packing = Packing([len(t) for t in part])
            ids = torch.tensor([id for t in part for id in t])
            places = torch.cat([torch.arange(len(t)) for t in part])
            x = self.norm(self.word(ids) + self.kind.weight[0] + self.position(places))
            for layer in self.layers[: self.frozen]:
                x = layer(x, packing)
            for t, states in zip(part, x.split([len(t) for t in part])):
                self.kept[t] = states.clone()
        return [self.kept[t] for t in texts]

    def forward(self, texts):
        packing = Packing([len(t) for t in texts])
        return F.normalize(self.above(texts, packing, only_first=True), dim=1)

    def above(self, texts, packing, only_first):
        x = torch.cat(self.below(texts))
        for layer in self.layers[self.frozen :]:
            x = layer(x, packing, only_first and layer is self.layers[-1])
        return x

    def whole(self, texts):
        """The unit vectors of the texts, and those of all their pieces as a list of (pieces, width)."""
        packing = Packing([len(t) for t in texts])
        x = F.normalize(self.above(texts, packing, only_first=False), dim=1)
        return x[packing.first], x.split([len(t) for t in texts])

    @torch.no_grad()
    def tokens(self, texts, batch=64):
        """Without learning, in the order given: the unit vectors of each text's pieces."""
        training = self.training
        self.eval()
        out = [None] * len(texts)
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for i in range(0, len(order), batch):
            part = order[i : i + batch]
            for j, vectors in zip(part, self.whole([texts[j] for j in part])[1]):
                out[j] = vectors
        self.train(training)
        return out

    @torch.no_grad()
    def vectors(self, texts, batch=64):
        """Without learning, in the order given."""
        training = self.training
        self.eval()
        out = torch.zeros(len(texts), WIDTH)
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for i in range(0, len(order), batch):
            part = order[i : i + batch]
            out[part] = self([texts[j] for j in part])
        self.train(training)
        return out


def places(model):
    """Which initializer of the graph holds which matrix: (layer, name) to the stem of its three tensors."""
    found = {}
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            for i in range(LAYERS):
                for name, path in MATRICES.items():
                    if node.output[0].startswith(f"/encoder/layer.{i}/{path}"):
                        found[i, name] = node.input[1].removesuffix("_quantized")
    if len(found) != LAYERS * len(MATRICES):
        raise ValueError(f"This is another graph: {len(found)} matrices found")
    return found


def load(path, frozen=0, dropout=0.1):
    model = onnx.load(path)
    tensors = {t.name: numpy_helper.to_array(t) for t in model.graph.initializer}

    def whole(stem):
        offset = tensors[stem + "_zero_point"].astype(np.float32)
        return torch.tensor((tensors[stem + "_quantized"].astype(np.float32) - offset) * tensors[stem + "_scale"])

    encoder = Encoder(frozen, dropout)
    with torch.no_grad():
        encoder.word.weight.copy_(whole("embeddings.word_embeddings.weight"))
        encoder.position.weight.copy_(whole("embeddings.position_embeddings.weight"))
        encoder.kind.weight.copy_(whole("embeddings.token_type_embeddings.weight"))
        encoder.norm.weight.copy_(torch.tensor(tensors["embeddings.LayerNorm.weight"]))
        encoder.norm.bias.copy_(torch.tensor(tensors["embeddings.LayerNorm.bias"]))
        for (i, name), stem in places(model).items():
            getattr(encoder.layers[i], name).weight.copy_(whole(stem).T)
        for i, layer in enumerate(encoder.layers):
            for name, stem in BIASES.items():
                getattr(layer, name).bias.copy_(torch.tensor(tensors[f"encoder.layer.{i}.{stem}.bias"]))
            for name, stem in NORMS.items():
                getattr(layer, name).weight.copy_(torch.tensor(tensors[f"encoder.layer.{i}.{stem}.weight"]))
                getattr(layer, name).bias.copy_(torch.tensor(tensors[f"encoder.layer.{i}.{stem}.bias"]))
    for p in encoder.parameters():
        p.requires_grad_(False)
    for p in encoder.learning():
        p.requires_grad_(True)
    return encoder


def save(encoder, graph_of, path, scales):
    """
    Layers whose matrices have scales (by layer and name) are on their grid already. Writes the layers into a copy of the graph: int8, one scale a column, 7 bits wide and zero point 0 as there, so that
    processors without 32-bit sums of bytes do not overflow. Embeddings stay as they are.
    """
    model = onnx.load(graph_of)
    new = {}
    for (i, name), stem in places(model).items():
        weight = getattr(encoder.layers[i], name).weight.detach().numpy().T
        known = scales.get((i, name))
        scale = np.maximum(np.abs(weight).max(0), 1e-8) / 64 if known is None else known.numpy().reshape(-1)
        new[stem + "_quantized"] = np.clip(np.rint(weight / scale), -64, 64).astype(np.int8)
        new[stem + "_scale"] = scale.astype(np.float32)
    for i, layer in enumerate(encoder.layers):
        for name, stem in BIASES.items():
            new[f"encoder.layer.{i}.{stem}.bias"] = getattr(layer, name).bias.detach().numpy()
        for name, stem in NORMS.items():
            new[f"encoder.layer.{i}.{stem}.weight"] = getattr(layer, name).weight.detach().numpy()
            new[f"encoder.layer.{i}.{stem}.bias"] = getattr(layer, name).bias.detach().numpy()
    for tensor in model.graph.initializer:
        if tensor.name in new:
            array = np.ascontiguousarray(new.pop(tensor.name))
            if list(array.shape) != list(tensor.dims):
                raise ValueError(f"{tensor.name} has another shape")
            tensor.CopyFrom(numpy_helper.from_array(array, tensor.name))
    if new:
        raise ValueError(f"The graph has no {sorted(new)[:3]}")
    onnx.save(model, path)
