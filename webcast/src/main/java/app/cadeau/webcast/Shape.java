package app.cadeau.webcast;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/** Tells the three layers apart by the wire types of their first fields, which no two of them share (live-facts 1.1). */
enum Shape {
    PUSH_FRAME,
    RESPONSE,
    /** An inner message: its field 1 is CommonMessageData, whose msg_id is a number where a Message has its payload. */
    BARE;

    /** Looks at the top level only; a cut inside is found by whoever reads the bytes as this shape. */
    static Shape of(byte[] bytes) throws UndecodableException {
        try {
            CodedInputStream in = CodedInputStream.newInstance(bytes);
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                int number = WireFormat.getTagFieldNumber(tag);
                boolean text = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
                if (number == 1 && text) {
                    return isCommon(in.readByteArray()) ? BARE : RESPONSE;
                }
                if (number <= 2 || number == 6 || number == 8) {
                    return text == number > 2 ? PUSH_FRAME : RESPONSE;
                }
                in.skipField(tag);
            }
        } catch (IOException e) {
            throw new UndecodableException("neither a PushFrame nor a Response", e);
        }
        throw new UndecodableException("neither a PushFrame nor a Response");
    }

    private static boolean isCommon(byte[] first) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(first);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == 2) {
                return WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT;
            }
            in.skipField(tag);
        }
        return false;
    }
}
