package app.cadeau.webcast;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Random;

/** Messages of any type of the schema, filled at random through their descriptors; enums with values of tomorrow too. */
final class RandomMessages {

    private static final int DEEPEST = 6;

    private final Random chance;

    RandomMessages(long seed) {
        this.chance = new Random(seed);
    }

    Message of(Message type) {
        return of(type.newBuilderForType(), 0);
    }

    private Message of(Message.Builder builder, int depth) {
        for (FieldDescriptor field : builder.getDescriptorForType().getFields()) {
            boolean nested = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
            if (chance.nextBoolean() && !(nested && depth == DEEPEST)) {
                fill(builder, field, depth);
            }
        }
        return builder.build();
    }

    private void fill(Message.Builder builder, FieldDescriptor field, int depth) {
        if (!field.isRepeated()) {
            builder.setField(field, value(builder, field, depth));
            return;
        }
        // One entry a map: two that drew the same key would be one after the wire.
        for (int i = field.isMapField() ? 1 : chance.nextInt(4); i > 0; i--) {
            builder.addRepeatedField(field, value(builder, field, depth));
        }
    }

    private Object value(Message.Builder builder, FieldDescriptor field, int depth) {
        return switch (field.getJavaType()) {
            case INT -> chance.nextInt(3) == 0 ? 0 : chance.nextInt();
            case LONG -> chance.nextInt(3) == 0 ? 0L : chance.nextLong();
            case BOOLEAN -> chance.nextBoolean();
            case STRING -> text();
            case BYTE_STRING -> ByteString.copyFromUtf8(text());
            case ENUM -> field.getEnumType().findValueByNumberCreatingIfUnknown(chance.nextInt(14));
            case MESSAGE -> entry(builder.newBuilderForField(field), field, depth);
            case FLOAT, DOUBLE -> throw new AssertionError("the schema has no fractions: " + field);
        };
    }

    /** An entry of a map always has both its fields on the wire. */
    private Message entry(Message.Builder builder, FieldDescriptor field, int depth) {
        if (!field.isMapField()) {
            return of(builder, depth + 1);
        }
        field.getMessageType().getFields().forEach(each -> builder.setField(each, value(builder, each, depth + 1)));
        return builder.build();
    }

    private String text() {
        return chance.ints(chance.nextInt(12), 0, 0x3000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
