package app.cadeau.webcast;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads protobuf within {@link Limits}. The fields are counted on the wire before any object is made of them: eight
 * mebibytes of empty messages would be four million objects. One Wire is the budget of one frame and all that is in it.
 */
final class Wire {

    private int fieldsLeft = Limits.FIELDS;

    /** Parses bytes as a message of the prototype's type. */
    <M extends Message> M read(byte[] bytes, M prototype) throws UndecodableException {
        Descriptor type = prototype.getDescriptorForType();
        if (bytes.length > Limits.UNPACKED_BYTES) {
            throw new UndecodableException(type.getName() + " of " + bytes.length + " bytes");
        }
        try {
            walk(CodedInputStream.newInstance(bytes), type, 0, 0);
            @SuppressWarnings("unchecked") // a parser of M's own default instance
            M message = (M) prototype.getParserForType().parseFrom(bytes);
            return message;
        } catch (IOException e) {
            throw new UndecodableException("no whole " + type.getName(), e);
        }
    }

    /** Walks one message, or one group of an unknown field, which ends at {@code endTag}; 0 is the end of the bytes. */
    private void walk(CodedInputStream in, @Nullable Descriptor type, int depth, int endTag)
            throws IOException, UndecodableException {
        if (depth > Limits.DEPTH) {
            throw new UndecodableException("messages nested deeper than " + Limits.DEPTH);
        }
        for (int tag = in.readTag(); tag != endTag; tag = in.readTag()) {
            if (tag == 0) {
                throw new InvalidProtocolBufferException("a group is cut");
            }
            take(1);
            switch (WireFormat.getTagWireType(tag)) {
                case WireFormat.WIRETYPE_LENGTH_DELIMITED -> walkInto(in, field(type, tag), depth, tag);
                case WireFormat.WIRETYPE_START_GROUP -> walk(in, null, depth + 1, endOf(tag));
                case WireFormat.WIRETYPE_END_GROUP -> throw new InvalidProtocolBufferException("a group ends unbegun");
                default -> in.skipField(tag);
            }
        }
    }

    private void walkInto(CodedInputStream in, @Nullable FieldDescriptor field, int depth, int tag)
            throws IOException, UndecodableException {
        if (field == null || field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
            int before = in.getTotalBytesRead();
            in.skipField(tag);
            if (field != null && field.isPackable()) {
                take(in.getTotalBytesRead() - before);
            }
            return;
        }
        int outer = in.pushLimit(in.readRawVarint32());
        walk(in, field.getMessageType(), depth + 1, 0);
        in.popLimit(outer);
    }

    private static @Nullable FieldDescriptor field(@Nullable Descriptor type, int tag) {
        return type == null ? null : type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
    }

    private static int endOf(int startTag) {
        return startTag - WireFormat.WIRETYPE_START_GROUP + WireFormat.WIRETYPE_END_GROUP;
    }

    private void take(int fields) throws UndecodableException {
        fieldsLeft -= fields;
        if (fieldsLeft < 0) {
            throw new UndecodableException("more than " + Limits.FIELDS + " fields");
        }
    }
}
