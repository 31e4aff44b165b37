package app.cadeau.webcast;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compressed payloads, read up to {@link Limits#UNPACKED_BYTES} and no further. */
final class Gzip {

    private Gzip() {}

    /** By the magic bytes 1f 8b 08. No protobuf begins so: 1f would be a field of wire type 7, which does not exist. */
    static boolean looksPacked(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b && bytes[2] == 8;
    }

    static byte[] unpack(byte[] packed) throws UndecodableException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] plain = in.readNBytes(Limits.UNPACKED_BYTES + 1);
            if (plain.length > Limits.UNPACKED_BYTES) {
                throw new UndecodableException("the payload unpacks to more than " + Limits.UNPACKED_BYTES + " bytes");
            }
            return plain;
        } catch (IOException e) {
            throw new UndecodableException("the payload is no whole gzip", e);
        }
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
