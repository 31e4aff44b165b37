package app.cadeau.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads frames by wire numbers alone, knowing neither the product's schema nor the code that patched them. */
final class Wire {

    private final List<Object[]> fields = new ArrayList<>();

    Wire(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            long[] tag = varint(bytes, at);
            at = (int) tag[1];
            int number = (int) (tag[0] >> 3);
            long[] value = (tag[0] & 7) == 0 || (tag[0] & 7) == 2 ? varint(bytes, at) : new long[] {0, at};
            at = (int) value[1];
            switch ((int) (tag[0] & 7)) {
                case 0 -> fields.add(new Object[] {number, value[0]});
                case 2 -> {
                    byte[] part = java.util.Arrays.copyOfRange(bytes, at, at + (int) value[0]);
                    fields.add(new Object[] {number, part});
                    at += part.length;
                }
                case 1 -> at += 8;
                default -> at += 4;
            }
        }
    }

    private static long[] varint(byte[] bytes, int from) {
        long value = 0;
        int at = from;
        int shift = 0;
        byte one;
        do {
            one = bytes[at++];
            value |= (long) (one & 127) << shift;
            shift += 7;
        } while (one < 0);
        return new long[] {value, at};
    }

    /** -1 when absent. */
    long number(int field) {
        return fields.stream()
                .filter(one -> one[0].equals(field))
                .map(one -> (Long) one[1])
                .findFirst()
                .orElse(-1L);
    }

    byte[] bytes(int field) {
        return fields.stream()
                .filter(one -> one[0].equals(field))
                .map(one -> (byte[]) one[1])
                .findFirst()
                .orElse(new byte[0]);
    }

    String text(int field) {
        return new String(bytes(field), java.nio.charset.StandardCharsets.UTF_8);
    }

    Wire child(int field) {
        return new Wire(bytes(field));
    }

    /** Every value of a repeated field. */
    List<Wire> children(int field) {
        return fields.stream()
                .filter(one -> one[0].equals(field))
                .map(one -> new Wire((byte[]) one[1]))
                .toList();
    }

    /** The header of a push frame, empty when it has none of this name. */
    static String header(byte[] frame, String name) {
        return new Wire(frame)
                .children(5).stream()
                        .filter(header -> header.text(1).equals(name))
                        .map(header -> header.text(2))
                        .findFirst()
                        .orElse("");
    }

    /** The Response in a push frame; an empty one when it carries none. */
    static Wire response(byte[] frame) throws IOException {
        Wire push = new Wire(frame);
        if (!push.text(7).equals("msg")) {
            return new Wire(new byte[0]);
        }
        byte[] payload = push.bytes(8);
        return new Wire(
                header(frame, "compress_type").equals("gzip")
                        ? new GZIPInputStream(new ByteArrayInputStream(payload)).readAllBytes()
                        : payload);
    }

    /** The entries of a push frame, each with method (1), payload (2) and what else there is. */
    static List<Wire> entries(byte[] frame) throws IOException {
        return response(frame).children(1);
    }

    /** The messages of this method in a push frame. */
    static List<Wire> messages(byte[] frame, String method) throws IOException {
        return entries(frame).stream()
                .filter(message -> message.text(1).equals(method))
                .map(message -> message.child(2))
                .toList();
    }
}
