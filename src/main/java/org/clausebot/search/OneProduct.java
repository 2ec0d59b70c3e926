package org.clausebot.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of an ONNX model that multiplies two matrices {@code a} and {@code b} of any fitting shape into {@code c}: a
 * protocol buffer by onnx.proto3 of ONNX, IR version 8, operator set 13. The numbers below are that file's field numbers.
 */
final class OneProduct {
    private static final int IR_VERSION = 8;
    private static final int OPERATORS = 13;
    private static final int FLOATS = 1;
    /** AttributeProto.AttributeType.INT. */
    private static final int INTEGER = 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private OneProduct() {}

    static byte[] model(boolean turnFirst, boolean turnSecond) {
        OneProduct node = new OneProduct()
                .words(1, "a")
                .words(1, "b")
                .words(2, "c")
                .words(4, "Gemm")
                .message(5, attribute("transA", turnFirst))
                .message(5, attribute("transB", turnSecond));
        OneProduct graph = new OneProduct()
                .message(1, node)
                .words(2, "product")
                .message(11, matrix("a"))
                .message(11, matrix("b"))
                .message(12, matrix("c"));
        return new OneProduct()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, new OneProduct().words(1, "").number(2, OPERATORS))
                .bytes
                .toByteArray();
    }

    private static OneProduct attribute(String name, boolean value) {
        return new OneProduct().words(1, name).number(3, value ? 1 : 0).number(20, INTEGER);
    }

    /** Of as many rows and columns as there are. */
    private static OneProduct matrix(String name) {
        OneProduct shape = new OneProduct()
                .message(1, new OneProduct().words(2, name + " rows"))
                .message(1, new OneProduct().words(2, name + " columns"));
        OneProduct tensor = new OneProduct().number(1, FLOATS).message(2, shape);
        return new OneProduct().words(1, name).message(2, new OneProduct().message(1, tensor));
    }

    private OneProduct number(int field, int value) {
        varint(field << 3);
        varint(value);
        return this;
    }

    private OneProduct words(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private OneProduct message(int field, OneProduct value) {
        return bytes(field, value.bytes.toByteArray());
    }

    private OneProduct bytes(int field, byte[] value) {
        varint((field << 3) | 2);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void varint(int value) {
        int rest = value;
        for (; rest > 0x7f; rest >>>= 7) {
            bytes.write((rest & 0x7f) | 0x80);
        }
        bytes.write(rest);
    }
}
