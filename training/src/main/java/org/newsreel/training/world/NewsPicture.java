package org.newsreel.training.world;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.newsreel.ontology.claim.Box;

/**
 * Paints a scene as a still, with the flag of an organisation if there is one: large enough that a network that reads
 * small pictures can tell flags apart. Same scene, same picture.
 */
public final class NewsPicture {
    /** Where the flag hangs, as fractions of the picture. */
    public static final Box FLAG = new Box(0.36, 0.02, 0.28, 0.36);

    private static final double MOMENT = 1;

    private NewsPicture() {}

    /** A picture of so many pixels, 8 bits each of blue, green and red. */
    public static BufferedImage paint(Scene scene, Optional<Organisation> flag, int width, int height) {
        BufferedImage picture = new Renderer(scene, width, height).picture(MOMENT);
        flag.ifPresent(organisation -> hang(picture, organisation));
        return picture;
    }

    /** Where the heads are in {@link #paint}'s picture. */
    public static java.util.List<Renderer.Head> heads(Scene scene, int width, int height) {
        return new Renderer(scene, width, height).heads(MOMENT);
    }

    /** A part of a picture, scaled to a square. */
    public static BufferedImage cut(BufferedImage picture, Box box, int size) {
        int x = (int) Math.floor(box.x() * picture.getWidth());
        int y = (int) Math.floor(box.y() * picture.getHeight());
        int x1 = Math.max(x + 1, (int) Math.ceil((box.x() + box.width()) * picture.getWidth()));
        int y1 = Math.max(y + 1, (int) Math.ceil((box.y() + box.height()) * picture.getHeight()));
        BufferedImage cut = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = cut.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(
                picture,
                0,
                0,
                size,
                size,
                x,
                y,
                Math.min(x1, picture.getWidth()),
                Math.min(y1, picture.getHeight()),
                null);
        g.dispose();
        return cut;
    }

    private static void hang(BufferedImage picture, Organisation organisation) {
        Graphics2D g = picture.createGraphics();
        Brush.prepare(g);
        double width = picture.getWidth();
        double height = picture.getHeight();
        Rectangle2D cloth = new Rectangle2D.Double(
                FLAG.x() * width, FLAG.y() * height, FLAG.width() * width, FLAG.height() * height);
        Brush.fill(g, cloth, new Color(250, 250, 246));
        double radius = 0.46 * Math.min(cloth.getWidth(), cloth.getHeight());
        SignArtist.emblem(g, organisation, cloth.getCenterX(), cloth.getCenterY(), radius);
        g.dispose();
    }
}
