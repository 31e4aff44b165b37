package app.cadeau.webcast;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;

/**
 * A message as JSON, in the words of the contract: camelCase keys, every 64-bit integer a string, 32-bit a number, enums
 * numbers, maps objects, bytes base64, absent fields left out. Protobuf's own JSON names enums and drops new ones.
 */
final class JsonWriter {

    private final StringBuilder out = new StringBuilder();
    private boolean first = true;

    /** Starts an object; every {@code key} until {@link #close} is its. */
    JsonWriter open() {
        out.append('{');
        first = true;
        return this;
    }

    JsonWriter close() {
        out.append('}');
        first = false;
        return this;
    }

    JsonWriter key(String name) {
        if (!first) {
            out.append(',');
        }
        first = false;
        string(name);
        out.append(':');
        return this;
    }

    JsonWriter message(Message message) {
        open();
        message.getAllFields().forEach((field, value) -> {
            key(field.getJsonName());
            field(field, value);
        });
        return close();
    }

    private void field(FieldDescriptor field, Object value) {
        if (field.isMapField()) {
            map((List<?>) value);
        } else if (field.isRepeated()) {
            list(field, (List<?>) value);
        } else {
            value(field, value);
        }
    }

    private void map(List<?> entries) {
        open();
        for (Object each : entries) {
            Message entry = (Message) each;
            FieldDescriptor value = entry.getDescriptorForType().findFieldByNumber(2);
            key(String.valueOf(entry.getField(entry.getDescriptorForType().findFieldByNumber(1))));
            value(value, entry.getField(value));
        }
        close();
    }

    private void list(FieldDescriptor field, List<?> values) {
        out.append('[');
        for (Iterator<?> each = values.iterator(); each.hasNext(); ) {
            value(field, each.next());
            out.append(each.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private void value(FieldDescriptor field, Object value) {
        switch (value) {
            case Message message -> message(message);
            case EnumValueDescriptor constant -> out.append(constant.getNumber());
            case Long number -> string(isUnsigned(field) ? Long.toUnsignedString(number) : number.toString());
            case ByteString bytes -> bytes(bytes);
            case String text -> string(text);
            default -> out.append(value); // int, bool and float are JSON as they print; the schema has no uint32
        }
    }

    private static boolean isUnsigned(FieldDescriptor field) {
        return field.getType() == FieldDescriptor.Type.UINT64 || field.getType() == FieldDescriptor.Type.FIXED64;
    }

    JsonWriter bytes(ByteString bytes) {
        return string(Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }

    /** Control characters are escaped, those above 7e too: the text of strangers is printed on a terminal. */
    JsonWriter string(String text) {
        out.append('"');
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < 0x20 || c >= 0x7f && c < 0xa0) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        out.append('"');
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
