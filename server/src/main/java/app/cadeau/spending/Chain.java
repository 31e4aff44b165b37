package app.cadeau.spending;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The hash of an entry covers all that it says and the hash of the entry before it. */
final class Chain {

    private Chain() {}

    static String hash(String before, long seq, Entry.Head head, List<Posting> postings) {
        var text = new StringBuilder();
        part(text, before);
        part(text, seq);
        part(text, head.at().toEpochMilli());
        part(text, head.kind());
        part(text, head.account());
        part(text, head.send());
        part(text, head.note());
        for (var posting : postings) {
            part(text, posting.book());
            part(text, posting.account());
            part(text, posting.streamer());
            part(text, posting.send());
            part(text, posting.coins());
        }
        return HexFormat.of().formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** With its length in front, so that no two entries read alike. */
    private static void part(StringBuilder text, Object value) {
        var said = value.toString();
        text.append(said.length()).append(':').append(said).append(';');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
