package org.newsreel.training.world;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.newsreel.ontology.claim.Box;

/**
 * Paints one scene at any moment, and knows where its heads are. The same scene and moment give the same picture. Not
 * thread safe.
 */
public final class Renderer {
    /** When a caption is fully there, and for how long, in seconds from the scene's start. */
    static final double CAPTION_FROM = 0.8;

    static final double CAPTION_FADE = 0.25;
    static final double CAPTION_LONGEST = 6;

    private final Scene scene;
    private final int width;
    private final int height;
    private final BufferedImage backdrop;

    /** Prepares a scene for pictures of this many pixels. */
    public Renderer(Scene scene, int width, int height) {
        this.scene = scene;
        this.width = width;
        this.height = height;
        this.backdrop = backdrop();
    }

    /**
     * A head as painted.
     *
     * @param box from the hair to the chin and from ear to ear
     */
    public record Head(Person person, Box box) {}

    /** The picture at a moment, 8 bits each of blue, green and red. */
    public BufferedImage picture(double seconds) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = picture.createGraphics();
        Brush.prepare(g);
        // The camera drifts by a few pixels, as on a shoulder.
        g.drawImage(
                backdrop, AffineTransform.getTranslateInstance(-6 + drift(seconds), -4 + 0.5 * drift(seconds)), null);
        for (int i = 0; i < scene.cast().size(); i++) {
            Graphics2D own = (Graphics2D) g.create();
            own.transform(stand(i, seconds));
            Look look = scene.cast().get(i).person().look();
            new HairArtist(look).behind(own);
            new BodyArtist(look).paint(own);
            new FaceArtist(look).paint(own, pose(i, seconds));
            own.dispose();
        }
        Graphics2D front = (Graphics2D) g.create();
        front.scale((double) width / Backdrops.WIDTH, (double) height / Backdrops.HEIGHT);
        if (scene.lectern()) {
            scene.wall().ifPresent(wall -> {
                for (Scene.Cast cast : scene.cast()) {
                    Backdrops.lectern(front, cast.x() * Backdrops.WIDTH, wall);
                }
            });
        } else if (scene.place().backdrop() == Place.Backdrop.STUDIO
                && !scene.cast().isEmpty()) {
            Backdrops.desk(front);
        }
        scene.caption().ifPresent(caption -> caption(front, caption, seconds));
        front.dispose();
        g.dispose();
        return picture;
    }

    /** Where the heads are at a moment; heads that leave the picture are cut at its edge. */
    public List<Head> heads(double seconds) {
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < scene.cast().size(); i++) {
            Person person = scene.cast().get(i).person();
            Rectangle2D head = FaceArtist.head();
            AffineTransform stand = stand(i, seconds);
            stand.scale(person.look().width(), 1);
            Rectangle2D seen = stand.createTransformedShape(head)
                    .getBounds2D()
                    .createIntersection(new Rectangle2D.Double(0, 0, width, height));
            if (seen.getWidth() > 0 && seen.getHeight() > 0) {
                heads.add(new Head(
                        person,
                        new Box(
                                seen.getX() / width,
                                seen.getY() / height,
                                seen.getWidth() / width,
                                seen.getHeight() / height)));
            }
        }
        return heads;
    }

    /** Whether the caption can be read in full at a moment. */
    public Optional<Scene.Caption> readableCaption(double seconds) {
        return scene.caption().filter(caption -> opacity(seconds) >= 1);
    }

    private static double drift(double seconds) {
        return 4 * Math.sin(0.35 * seconds);
    }

    private Pose pose(int i, double seconds) {
        Scene.Cast cast = scene.cast().get(i);
        return Pose.speaking(seconds, cast.person().name().length() + i, cast.talking());
    }

    private AffineTransform stand(int i, double seconds) {
        Scene.Cast cast = scene.cast().get(i);
        Pose pose = pose(i, seconds);
        double size = cast.size() * height;
        AffineTransform at = AffineTransform.getTranslateInstance(
                cast.x() * width + 0.05 * size * pose.turn(), cast.y() * height + 0.05 * size * pose.nod());
        at.rotate(0.05 * pose.turn(), 0, 0.8 * size);
        at.scale(size, size);
        return at;
    }

    private BufferedImage backdrop() {
        BufferedImage sharp = new BufferedImage(width + 12, height + 8, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = sharp.createGraphics();
        Brush.prepare(g);
        g.scale((width + 12.0) / Backdrops.WIDTH, (height + 8.0) / Backdrops.HEIGHT);
        Backdrops.paint(g, scene.place());
        if (!scene.lectern()) {
            // Indoors the sign hangs on the wall, outdoors it stands on posts.
            scene.wall()
                    .ifPresent(
                            wall -> wallSign(g, wall, scene.place().backdrop().outdoors()));
        } else {
            scene.wall().ifPresent(wall -> SignArtist.sign(g, wall, 320, 30, 17, new Color(236, 240, 244)));
        }
        g.dispose();
        if (scene.cast().isEmpty()) {
            return sharp;
        }
        // People are in focus, what is behind them is not.
        float[] even = new float[9];
        Arrays.fill(even, 1f / even.length);
        ConvolveOp blur = new ConvolveOp(new Kernel(3, 3, even), ConvolveOp.EDGE_NO_OP, null);
        return blur.filter(blur.filter(sharp, null), null);
    }

    private static void wallSign(Graphics2D g, Organisation wall, boolean posts) {
        double half = (Lettering.width(wall.name(), true, 15) + 1.9 * 15) / 2 + 12;
        for (int side : posts ? new int[] {-1, 1} : new int[0]) {
            Backdrops.box(g, 482 + side * 0.7 * half, 256, 5, 130, new Color(96, 96, 100));
        }
        Backdrops.box(g, 484 - half, 226, 2 * half, 32, new Color(250, 250, 247, 235));
        SignArtist.sign(g, wall, 484, 242, 15, Look.shade(wall.color(), 0.7));
    }

    private double opacity(double seconds) {
        double until = Math.min(scene.seconds() - 0.3, CAPTION_FROM + CAPTION_LONGEST);
        double in = (seconds - CAPTION_FROM) / CAPTION_FADE + 1;
        double out = (until - seconds) / CAPTION_FADE + 1;
        return Math.max(0, Math.min(1, Math.min(in, out)));
    }

    private void caption(Graphics2D g, Scene.Caption caption, double seconds) {
        double opacity = opacity(seconds);
        if (opacity <= 0) {
            return;
        }
        Graphics2D own = (Graphics2D) g.create();
        own.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
        double inside =
                Math.max(Lettering.width(caption.name(), true, 20), Lettering.width(caption.role(), false, 12.5));
        Backdrops.box(own, 34, 284, inside + 40, 52, new Color(14, 22, 40, 225));
        Backdrops.box(own, 34, 284, 6, 52, new Color(226, 96, 44));
        Lettering.write(own, caption.name(), true, 20, 54, 308, Color.WHITE);
        Lettering.write(own, caption.role(), false, 12.5, 54, 327, new Color(226, 232, 240));
        own.dispose();
    }
}
