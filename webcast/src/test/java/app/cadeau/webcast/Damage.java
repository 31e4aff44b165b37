package app.cadeau.webcast;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** What can happen to bytes on their way, and what an enemy would do to them: at any of the layers, under gzip too. */
final class Damage {

    /** Lengths and numbers that decoders stumble over: 0, −1, the largest of 32 and of 64 bits, a varint without end. */
    private static final byte[][] NASTY = {
        {0},
        {(byte) 0x80, 0x01},
        {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x07},
        {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f},
        {-1, -1, -1, -1, -1, -1, -1, -1, -1, 0x01},
        {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1},
        {0x0a, (byte) 0xff, 0x7f},
        {0x0b, 0x0c},
    };

    private static final int LONGEST = 1 << 20;

    private final Random chance;

    Damage(Random chance) {
        this.chance = chance;
    }

    /** Damages a captured message, then wraps it, and now and then damages the wrapping as well. */
    Fuzzer.Input of(Fuzzer.Input input, Fuzzer.Input other) {
        byte[] bare = chance.nextInt(5) == 0 ? input.bytes() : times(input.bytes(), other.bytes());
        byte[] form = form(bare, input.method());
        byte[] sent = chance.nextInt(3) == 0 ? times(form, other.bytes()) : form;
        return new Fuzzer.Input(input.method(), bare, sent);
    }

    private byte[] form(byte[] bare, String method) {
        var message = NewFrames.message(method, chance.nextLong(), bare);
        var response = app.cadeau.webcast.proto.Response.newBuilder()
                .addMessages(message)
                .setNow(1)
                .build();
        return switch (chance.nextInt(4)) {
            case 0 -> bare;
            case 1 -> times(response.toByteArray(), bare);
            case 2 -> NewFrames.msg(response, 1).toByteArray();
            default -> packed(times(response.toByteArray(), bare));
        };
    }

    private static byte[] packed(byte[] response) {
        var frame = app.cadeau.webcast.proto.PushFrame.newBuilder().setPayloadType("msg");
        return frame.setPayload(ByteString.copyFrom(Gzip.pack(response)))
                .build()
                .toByteArray();
    }

    private byte[] times(byte[] bytes, byte[] other) {
        byte[] damaged = bytes;
        for (int times = chance.nextInt(4); times > 0; times--) {
            damaged = once(damaged, other);
        }
        return damaged.length > LONGEST ? Arrays.copyOf(damaged, LONGEST) : damaged;
    }

    private byte[] once(byte[] bytes, byte[] other) {
        if (bytes.length == 0) {
            return NASTY[chance.nextInt(NASTY.length)];
        }
        int at = chance.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + chance.nextInt(64));
        return switch (chance.nextInt(8)) {
            case 0 -> flipped(bytes, at);
            case 1 -> Arrays.copyOf(bytes, at);
            case 2 -> Arrays.copyOfRange(bytes, at, bytes.length);
            case 3 -> joined(bytes, at, NASTY[chance.nextInt(NASTY.length)], at);
            case 4 -> joined(bytes, at, NASTY[chance.nextInt(NASTY.length)], to);
            case 5 -> joined(bytes, at, new byte[0], to);
            case 6 -> joined(bytes, to, Arrays.copyOfRange(bytes, at, to), to);
            default -> spliced(bytes, at, other);
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << chance.nextInt(8));
        return flipped;
    }

    private byte[] spliced(byte[] bytes, int at, byte[] other) {
        int from = other.length == 0 ? 0 : chance.nextInt(other.length);
        return joined(bytes, at, Arrays.copyOfRange(other, from, other.length), bytes.length);
    }

    private static byte[] joined(byte[] head, int end, byte[] middle, int tailFrom) {
        var out = new ByteArrayOutputStream();
        out.write(head, 0, end);
        out.writeBytes(middle);
        out.write(head, tailFrom, head.length - tailFrom);
        return out.toByteArray();
    }

    /** Whether a message that was read says the same when it is written and read again. */
    static boolean keepsItsMeaning(com.google.protobuf.Message message) {
        try {
            return message.getParserForType().parseFrom(message.toByteArray()).equals(message);
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }
}
