package app.cadeau.webcast;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compressed payloads, read up to {@link Limits#UNPACKED_BYTES} and no further. */
final class Gzip {

    private static final int BUFFER = 2048;

    /** A response with some gifts in it, in bytes. */
    private static final int COMMON = 64 << 10;

    private Gzip() {}

    /** By the magic bytes 1f 8b 08. No protobuf begins so: 1f would be a field of wire type 7, which does not exist. */
    static boolean looksPacked(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b && bytes[2] == 8;
    }

    static boolean looksPacked(ByteString bytes) {
        return bytes.size() > 2 && bytes.byteAt(0) == 0x1f && bytes.byteAt(1) == (byte) 0x8b && bytes.byteAt(2) == 8;
    }

    static byte[] unpack(byte[] packed) throws UndecodableException {
        return unpack(UnsafeByteOperations.unsafeWrap(packed)).toByteArray();
    }

    static ByteString unpack(ByteString packed) throws UndecodableException {
        try (GZIPInputStream in = new GZIPInputStream(packed.newInput(), BUFFER)) {
            byte[] start = new byte[hinted(packed)];
            int read = in.readNBytes(start, 0, start.length);
            int next = in.read();
            return next < 0
                    ? UnsafeByteOperations.unsafeWrap(start, 0, read)
                    : UnsafeByteOperations.unsafeWrap(longer(start, read, (byte) next, in));
        } catch (IOException e) {
            throw new UndecodableException("the payload is no whole gzip", e);
        }
    }

    /** In one piece, for only such is read without copying. */
    private static byte[] longer(byte[] start, int read, byte next, InputStream in)
            throws IOException, UndecodableException {
        int most = Limits.UNPACKED_BYTES - read;
        byte[] rest = in.readNBytes(most);
        if (rest.length == most) {
            throw new UndecodableException("the payload unpacks to more than " + Limits.UNPACKED_BYTES + " bytes");
        }
        byte[] whole = Arrays.copyOf(start, read + 1 + rest.length);
        whole[read] = next;
        System.arraycopy(rest, 0, whole, read + 1, rest.length);
        return whole;
    }

    /** What the last four bytes say of the size, which may be a lie: never more than a common frame has. */
    private static int hinted(ByteString packed) {
        if (packed.size() < 4) {
            return 0;
        }
        int end = packed.size();
        int said = packed.byteAt(end - 4) & 0xff
                | (packed.byteAt(end - 3) & 0xff) << 8
                | (packed.byteAt(end - 2) & 0xff) << 16;
        return packed.byteAt(end - 1) == 0 ? Math.min(said, COMMON) : COMMON;
    }

    static byte[] pack(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
