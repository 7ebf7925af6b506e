package org.newsreel.training.world;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Writes with the fonts that lie beside this class, so that pictures do not depend on a machine's fonts. */
final class Lettering {
    private static final Font REGULAR = font("DejaVuSans.ttf");
    private static final Font BOLD = font("DejaVuSans-Bold.ttf");
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private Lettering() {}

    private static Font font(String name) {
        try (InputStream in = Lettering.class.getResourceAsStream("fonts/" + name)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font " + name + " is damaged", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a line whose baseline starts at x, y. */
    static void write(Graphics2D g, String text, boolean bold, double size, double x, double y, Color color) {
        g.setColor(color);
        g.translate(x, y);
        g.fill(outline(text, bold, size));
        g.translate(-x, -y);
    }

    static void centred(Graphics2D g, String text, boolean bold, double size, double x, double y, Color color) {
        write(g, text, bold, size, x - width(text, bold, size) / 2, y, color);
    }

    static double width(String text, boolean bold, double size) {
        return (bold ? BOLD : REGULAR)
                .deriveFont((float) size)
                .getStringBounds(text, CONTEXT)
                .getWidth();
    }

    private static Shape outline(String text, boolean bold, double size) {
        return (bold ? BOLD : REGULAR)
                .deriveFont((float) size)
                .createGlyphVector(CONTEXT, text)
                .getOutline();
    }
}
