package app.cadeau.livepage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A picture of a page with all painted over that must not be kept, and of it the part with the gifts. */
record Pictures(byte @Nullable [] page, byte @Nullable [] panel) {

    static final Pictures NONE = new Pictures(null, null);

    private static final Color PAINT = new Color(0x6b6b76);
    private static final int SMALLEST = 8;

    /** The masks as the page's script tells them, before and after the picture; without both there is none. */
    static Pictures of(byte[] png, JsonNode before, JsonNode after) {
        if (!before.isObject() || !after.isObject()) {
            return NONE;
        }
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            double scale =
                    image == null ? 0 : image.getWidth() / before.path("width").asDouble(0);
            if (image == null || !(scale > 0) || Double.isInfinite(scale)) {
                return NONE;
            }
            paint(image, before, scale);
            paint(image, after, scale);
            return new Pictures(png(image), panel(image, after.path("gifts"), scale));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a picture of the page could not be read", unreadable);
        }
    }

    private static void paint(BufferedImage image, JsonNode told, double scale) {
        Graphics2D brush = image.createGraphics();
        brush.setColor(PAINT);
        for (JsonNode box : told.path("masks")) {
            brush.fillRect(at(box, 0, scale), at(box, 1, scale), at(box, 2, scale) + 1, at(box, 3, scale) + 1);
        }
        brush.dispose();
    }

    private static byte @Nullable [] panel(BufferedImage image, JsonNode box, double scale) throws IOException {
        if (!box.isArray()) {
            return null;
        }
        int x = Math.min(at(box, 0, scale), image.getWidth());
        int y = Math.min(at(box, 1, scale), image.getHeight());
        int width = Math.min(at(box, 2, scale), image.getWidth() - x);
        int height = Math.min(at(box, 3, scale), image.getHeight() - y);
        return width < SMALLEST || height < SMALLEST ? null : png(image.getSubimage(x, y, width, height));
    }

    private static int at(JsonNode box, int index, double scale) {
        return (int) Math.floor(box.path(index).asInt(0) * scale);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
