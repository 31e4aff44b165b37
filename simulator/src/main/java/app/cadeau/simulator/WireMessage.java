package app.cadeau.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A protobuf message as its bare wire fields, in their order, with no schema: what is not replaced stays byte for byte as
 * captured. So a mistake in the product's schema cannot hide in frames that were made with it.
 */
final class WireMessage {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    /** {@code bits} holds a varint, {@code bytes} everything else. */
    private record Field(int number, int type, long bits, byte[] bytes) {}

    private static final byte[] NONE = {};

    private final List<Field> fields = new ArrayList<>();

    static WireMessage empty() {
        return new WireMessage();
    }

    static WireMessage parse(byte[] wire) {
        WireMessage message = new WireMessage();
        int[] at = {0};
        while (at[0] < wire.length) {
            long tag = varint(wire, at);
            int number = (int) (tag >>> 3);
            int type = (int) (tag & 7);
            message.fields.add(
                    switch (type) {
                        case VARINT -> new Field(number, type, varint(wire, at), NONE);
                        case FIXED64 -> new Field(number, type, 0, take(wire, at, 8));
                        case BYTES -> new Field(number, type, 0, take(wire, at, (int) varint(wire, at)));
                        case FIXED32 -> new Field(number, type, 0, take(wire, at, 4));
                        default -> throw new IllegalArgumentException("wire type " + type + " at byte " + at[0]);
                    });
        }
        return message;
    }

    WireMessage set(int number, long value) {
        return put(new Field(number, VARINT, value, NONE));
    }

    WireMessage set(int number, String value) {
        return set(number, value.getBytes(StandardCharsets.UTF_8));
    }

    WireMessage set(int number, byte[] value) {
        return put(new Field(number, BYTES, 0, value));
    }

    WireMessage set(int number, WireMessage value) {
        return set(number, value.bytes());
    }

    WireMessage add(int number, WireMessage value) {
        return add(number, value.bytes());
    }

    /** One more of a repeated field. */
    WireMessage add(int number, byte[] value) {
        int at = 0;
        while (at < fields.size() && fields.get(at).number() <= number) {
            at++;
        }
        fields.add(at, new Field(number, BYTES, 0, value));
        return this;
    }

    /** A packed list of one number. */
    static byte[] packed(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writeVarint(out, value);
        return out.toByteArray();
    }

    WireMessage addNumber(int number, long value) {
        fields.add(new Field(number, VARINT, value, NONE));
        return this;
    }

    WireMessage remove(int number) {
        fields.removeIf(field -> field.number() == number);
        return this;
    }

    /** Edits every sub-message with this number; a missing one stays missing. */
    WireMessage edit(int number, Consumer<WireMessage> edit) {
        fields.replaceAll(field -> {
            if (field.number() != number || field.type() != BYTES) {
                return field;
            }
            WireMessage child = parse(field.bytes());
            edit.accept(child);
            return new Field(number, BYTES, 0, child.bytes());
        });
        return this;
    }

    byte[] child(int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + number))
                .bytes();
    }

    /** The first varint of this number; 0 when there is none. */
    long number(int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .mapToLong(Field::bits)
                .findFirst()
                .orElse(0);
    }

    boolean has(int number) {
        return fields.stream().anyMatch(field -> field.number() == number);
    }

    /** In the place of the first of its number, or where its number belongs; further ones of that number go. */
    private WireMessage put(Field value) {
        int at = 0;
        while (at < fields.size() && fields.get(at).number() < value.number()) {
            at++;
        }
        remove(value.number());
        fields.add(Math.min(at, fields.size()), value);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Field field : fields) {
            writeVarint(out, (long) field.number() << 3 | field.type());
            if (field.type() == VARINT) {
                writeVarint(out, field.bits());
            } else if (field.type() == BYTES) {
                writeVarint(out, field.bytes().length);
            }
            out.writeBytes(field.bytes());
        }
        return out.toByteArray();
    }

    private static byte[] take(byte[] wire, int[] at, int length) {
        byte[] part = java.util.Arrays.copyOfRange(wire, at[0], at[0] + length);
        at[0] += length;
        return part;
    }

    private static long varint(byte[] wire, int[] at) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte b = wire[at[0]++];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("varint too long at byte " + at[0]);
    }

    private static void writeVarint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
