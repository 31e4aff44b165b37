package app.cadeau.webcast;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What somebody captured, as they kept it: binary, or base64 text in one line, wrapped, or one frame a line. */
final class Captured {

    /** The widest line of wrapped base64; PEM wraps at 64, MIME at 76. */
    private static final int WRAPPED = 76;

    private Captured() {}

    static List<byte[]> frames(byte[] input) throws UndecodableException {
        if (!isBase64(input)) {
            return List.of(input);
        }
        List<String> lines = new String(input, StandardCharsets.US_ASCII)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) {
            throw new UndecodableException("nothing to decode");
        }
        return isWrapped(lines) ? List.of(plain(String.join("", lines))) : each(lines);
    }

    private static List<byte[]> each(List<String> lines) throws UndecodableException {
        List<byte[]> frames = new ArrayList<>(lines.size());
        for (String line : lines) {
            frames.add(plain(line));
        }
        return frames;
    }

    /** All lines but the last are equally long and none is longer than people wrap at. */
    private static boolean isWrapped(List<String> lines) {
        int width = lines.getFirst().length();
        return lines.size() > 1
                && width <= WRAPPED
                && lines.getLast().length() <= width
                && lines.stream()
                        .limit(lines.size() - 1)
                        .allMatch(line -> line.length() == width && !line.endsWith("="));
    }

    private static byte[] plain(String base64) throws UndecodableException {
        try {
            return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw new UndecodableException("no whole base64", e);
        }
    }

    private static boolean isBase64(byte[] input) {
        for (byte b : input) {
            boolean letter = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
            if (!letter && "+/-_= \t\r\n".indexOf(b) < 0) {
                return false;
            }
        }
        return true;
    }
}
