package app.cadeau.webcast;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows a path of field numbers ("15.16", "2[1].4") through known fields by descriptor, and through unknown ones by wire. */
final class FieldPaths {

    private FieldPaths() {}

    /** What is at the path, as text; unsigned where it is a number. */
    static String at(Message message, String path) {
        Object here = message;
        for (String step : path.split("\\.")) {
            int bracket = step.indexOf('[');
            int number = number(step);
            int index = bracket < 0 ? 0 : Integer.parseInt(step.substring(bracket + 1, step.length() - 1));
            List<Object> values = values(here, number);
            if (index >= values.size()) {
                return "absent";
            }
            here = values.get(index);
        }
        return text(here);
    }

    /** Whether every step of the path is a field that the schema names. */
    static boolean named(Descriptor type, String path) {
        @Nullable Descriptor here = type;
        for (String step : path.split("\\.")) {
            FieldDescriptor field = here == null ? null : here.findFieldByNumber(number(step));
            if (field == null) {
                return false;
            }
            here = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE ? field.getMessageType() : null;
        }
        return true;
    }

    private static int number(String step) {
        int bracket = step.indexOf('[');
        return Integer.parseInt(bracket < 0 ? step : step.substring(0, bracket));
    }

    private static List<Object> values(Object parent, int number) {
        if (parent instanceof Message message) {
            FieldDescriptor field = message.getDescriptorForType().findFieldByNumber(number);
            return field == null ? unknown(message.getUnknownFields(), number) : known(message, field);
        }
        return unknown(nested(parent), number);
    }

    private static List<Object> known(Message message, FieldDescriptor field) {
        if (field.isRepeated()) {
            return new ArrayList<>((List<?>) message.getField(field));
        }
        return message.hasField(field) ? List.of(message.getField(field)) : List.of();
    }

    private static List<Object> unknown(UnknownFieldSet fields, int number) {
        UnknownFieldSet.Field field = fields.getField(number);
        return Stream.<Object>concat(field.getVarintList().stream(), field.getLengthDelimitedList().stream())
                .toList();
    }

    private static UnknownFieldSet nested(Object bytes) {
        try {
            return UnknownFieldSet.parseFrom((ByteString) bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("no message: " + bytes, e);
        }
    }

    private static String text(Object value) {
        return switch (value) {
            case Long number -> Long.toUnsignedString(number);
            case Boolean yes -> yes ? "1" : "0";
            case EnumValueDescriptor constant -> Integer.toString(constant.getNumber());
            case ByteString bytes -> bytes.toStringUtf8();
            default -> value.toString();
        };
    }
}
