package app.cadeau.webcast;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnsafeByteOperations;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads protobuf within {@link Limits}. The fields are counted on the wire before any object is made of them: eight
 * mebibytes of empty messages would be four million objects. One Wire is the budget of one frame and all that is in it.
 *
 * <p>A field takes a byte at least, so what has no more bytes than {@link Limits#FIELDS} needs no counting: every real
 * frame is read in one pass. Nothing is copied; what was read looks into the bytes that it came in.
 */
final class Wire {

    private final boolean counted;
    private int fieldsLeft = Limits.FIELDS;

    /** @param bytes of everything that will be read by it */
    Wire(long bytes) {
        this.counted = bytes > Limits.FIELDS;
    }

    /** Parses all of these bytes, which must not change from now on, as a message of the prototype's type. */
    static <M extends Message> M all(byte[] bytes, M prototype) throws UndecodableException {
        return new Wire(bytes.length).read(UnsafeByteOperations.unsafeWrap(bytes), prototype);
    }

    /** Parses bytes as a message of the prototype's type. */
    <M extends Message> M read(ByteString bytes, M prototype) throws UndecodableException {
        Descriptor type = prototype.getDescriptorForType();
        if (bytes.size() > Limits.UNPACKED_BYTES) {
            throw new UndecodableException(type.getName() + " of " + bytes.size() + " bytes");
        }
        try {
            if (counted) {
                walk(bytes.newCodedInput(), type, 0, 0);
            }
            return parse(bytes, prototype);
        } catch (IOException e) {
            throw reason(bytes, type, e);
        }
    }

    private static <M extends Message> M parse(ByteString bytes, M prototype) throws IOException {
        CodedInputStream in = bytes.newCodedInput();
        in.enableAliasing(true);
        in.setRecursionLimit(Limits.DEPTH);
        @SuppressWarnings("unchecked") // a parser of M's own default instance
        M message = (M) prototype.getParserForType().parseFrom(in);
        in.checkLastTagWas(0);
        return message;
    }

    /** The walk knows better than protobuf what is wrong. */
    private UndecodableException reason(ByteString bytes, Descriptor type, IOException cause) {
        try {
            walk(bytes.newCodedInput(), type, 0, 0);
        } catch (UndecodableException e) {
            return e;
        } catch (IOException e) {
            return new UndecodableException("no whole " + type.getName(), e);
        }
        return new UndecodableException("no whole " + type.getName(), cause);
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
