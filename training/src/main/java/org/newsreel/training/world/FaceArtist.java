package org.newsreel.training.world;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Paints a head as lit from the upper left: sockets, brow, bridge and cheeks are modelled in light and dark, because that
 * is what a face detector looks at. Units: the face is about 1 wide; the eyes lie on y = 0, the chin near 0.68, the top of
 * the hair near -0.66; x grows to the right.
 */
final class FaceArtist {
    private static final Color SHADOW = new Color(60, 28, 20);
    private static final Color LIGHT = new Color(255, 244, 226);
    private static final double EYE = 0.215;

    private final Look look;

    FaceArtist(Look look) {
        this.look = look;
    }

    /** The head from hair to chin in these units: x, y, width, height. */
    static Rectangle2D head() {
        return new Rectangle2D.Double(-0.54, -0.64, 1.08, 1.33);
    }

    void paint(Graphics2D g, Pose pose) {
        AffineTransform before = g.getTransform();
        g.scale(look.width(), 1);
        HairArtist hair = new HairArtist(look);
        ears(g);
        Shape outline = outline();
        face(g, outline, pose);
        Shape clip = g.getClip();
        g.clip(outline);
        if (look.beard() == Look.Beard.FULL) {
            beard(g, pose);
        }
        g.setClip(clip);
        double dx = 0.075 * pose.turn();
        double dy = 0.045 * pose.nod();
        g.translate(dx, dy);
        mouth(g, pose);
        nose(g, pose);
        if (look.beard() == Look.Beard.MOUSTACHE || look.beard() == Look.Beard.FULL) {
            moustache(g);
        }
        for (int side : new int[] {-1, 1}) {
            eye(g, side, pose);
        }
        if (look.glasses()) {
            glasses(g);
        }
        g.translate(-dx, -dy);
        hair.front(g, outline);
        g.setTransform(before);
    }

    private Shape outline() {
        double jaw = 0.30 + 0.07 * look.jaw();
        double chin = 0.15 + 0.08 * look.jaw();
        return Brush.symmetric(
                -0.56,
                new double[][] {
                    {0.30, -0.56, 0.485, -0.38, 0.485, -0.08},
                    {0.485, 0.14, 0.45, 0.30, jaw + 0.06, 0.46},
                    {jaw - 0.02, 0.58, chin, 0.69, 0, 0.69}
                },
                -0.56);
    }

    private void ears(Graphics2D g) {
        if (look.cut() == Look.Cut.LONG || look.cut() == Look.Cut.BOB) {
            return;
        }
        for (int side : new int[] {-1, 1}) {
            Brush.fill(g, Brush.oval(side * 0.49, 0.05, 0.065, 0.14), Look.shade(look.skin(), 0.88));
            Brush.soft(g, side * 0.50, 0.06, 0.04, 0.09, SHADOW, 0.45);
        }
    }

    private void face(Graphics2D g, Shape outline, Pose pose) {
        Color skin = look.skin();
        g.setPaint(new GradientPaint(
                -0.45f, -0.4f, Look.mix(skin, LIGHT, 0.22), 0.5f, 0.5f, Look.mix(skin, SHADOW, 0.22)));
        g.fill(outline);
        Shape clip = g.getClip();
        g.clip(outline);
        double dx = 0.075 * pose.turn();
        double dy = 0.045 * pose.nod();
        // The far sides and the jaw turn away from the light.
        Brush.soft(g, 0.52, 0.15, 0.30, 0.70, SHADOW, 0.42);
        Brush.soft(g, -0.55, 0.20, 0.22, 0.62, SHADOW, 0.30);
        Brush.soft(g, 0, 0.78, 0.50, 0.22, SHADOW, 0.45);
        Brush.soft(g, -0.06 + dx, -0.30 + dy, 0.34, 0.17, LIGHT, 0.42);
        for (int side : new int[] {-1, 1}) {
            double x = side * EYE + dx;
            Brush.soft(g, x, -0.035 + dy, 0.185, 0.125, SHADOW, 0.50);
            Brush.soft(g, x * 0.86, -0.02 + dy, 0.09, 0.10, SHADOW, 0.28);
            Brush.soft(g, side * 0.26 + dx, 0.20 + dy, 0.17, 0.13, LIGHT, side < 0 ? 0.50 : 0.34);
            Brush.soft(g, side * 0.29 + dx, 0.27 + dy, 0.15, 0.12, new Color(210, 70, 60), 0.16);
            Brush.soft(g, side * 0.33 + dx, 0.40 + dy, 0.10, 0.18, SHADOW, 0.16 + 0.14 * look.age());
        }
        Brush.soft(g, dx, 0.57 + dy, 0.12, 0.07, LIGHT, 0.30);
        Brush.soft(g, dx, 0.505 + dy, 0.13, 0.035, SHADOW, 0.35);
        if (look.age() > 0.3) {
            lines(g, dx, dy);
        }
        g.setClip(clip);
    }

    private void lines(Graphics2D g, double dx, double dy) {
        Color line = Look.alpha(Look.mix(look.skin(), SHADOW, 0.7), 0.22 + 0.3 * look.age());
        for (int side : new int[] {-1, 1}) {
            Brush.line(
                    g,
                    Brush.curve(side * 0.13 + dx, 0.25 + dy, side * 0.22 + dx, 0.32 + dy, side * 0.23 + dx, 0.44 + dy),
                    line,
                    0.014);
            Brush.line(
                    g,
                    Brush.curve(side * 0.14 + dx, 0.10 + dy, side * 0.22 + dx, 0.135 + dy, side * 0.30 + dx, 0.10 + dy),
                    line,
                    0.011);
        }
        for (double y : new double[] {-0.31, -0.25}) {
            Brush.line(g, Brush.curve(-0.2 + dx, y + dy, dx, y - 0.02 + dy, 0.2 + dx, y + dy), line, 0.009);
        }
    }

    private void eye(Graphics2D g, int side, Pose pose) {
        AffineTransform before = g.getTransform();
        g.translate(side * EYE, 0);
        g.scale(side, 1);
        // From here on the inner corner lies at negative x.
        double open = 0.052 * (1 - pose.lids());
        Path2D almond = new Path2D.Double();
        almond.moveTo(-0.098, 0.014);
        almond.curveTo(-0.06, -open - 0.004, 0.04, -open - 0.012, 0.105, -0.004);
        almond.curveTo(0.06, 0.044 * (1 - pose.lids()), -0.03, 0.048 * (1 - pose.lids()), -0.098, 0.014);
        if (pose.lids() < 0.6) {
            Brush.fill(g, almond, new Color(226, 221, 214));
            Shape clip = g.getClip();
            g.clip(almond);
            double gaze = 0.012 * side * pose.turn();
            Brush.soft(g, 0, -0.05, 0.13, 0.06, SHADOW, 0.55);
            Brush.fill(g, Brush.oval(gaze, -0.002, 0.047, 0.050), Look.shade(look.iris(), 0.55));
            Brush.fill(g, Brush.oval(gaze, 0.002, 0.036, 0.038), look.iris());
            Brush.fill(g, Brush.oval(gaze, -0.002, 0.021, 0.022), new Color(14, 10, 10));
            Brush.fill(g, Brush.oval(gaze - 0.016 * side, -0.018, 0.009, 0.009), Color.WHITE);
            g.setClip(clip);
        }
        Path2D lid = new Path2D.Double();
        lid.moveTo(-0.102, 0.016);
        lid.curveTo(-0.06, -open - 0.006, 0.04, -open - 0.015, 0.114, -0.008);
        Brush.line(g, lid, new Color(38, 22, 18), 0.020);
        Brush.line(g, Brush.curve(-0.07, 0.032, 0.02, 0.058, 0.10, 0.004), Look.alpha(SHADOW, 0.45), 0.009);
        Brush.line(g, Brush.curve(-0.09, -0.045, 0.01, -0.098, 0.115, -0.048), Look.alpha(SHADOW, 0.5), 0.010);
        Path2D brow = new Path2D.Double();
        brow.moveTo(-0.118, -0.112);
        brow.quadTo(0.02, -0.172, 0.15, -0.105);
        brow.quadTo(0.03, -0.140, -0.112, -0.078);
        brow.closePath();
        Color browColor = Look.mix(Look.shade(look.hair(), 0.6), SHADOW, 0.45);
        Brush.fill(g, brow, Look.alpha(browColor, 0.92));
        Brush.line(g, brow, Look.alpha(browColor, 0.45), 0.012);
        g.setTransform(before);
    }

    private void nose(Graphics2D g, Pose pose) {
        double lean = 0.05 * pose.turn();
        Color skin = look.skin();
        Brush.soft(g, 0.075 + lean, 0.12, 0.05, 0.16, SHADOW, 0.30);
        Brush.soft(g, -0.085 + lean, 0.10, 0.035, 0.14, SHADOW, 0.16);
        Brush.soft(g, -0.008 + lean, 0.04, 0.045, 0.20, LIGHT, 0.62);
        Brush.soft(g, lean, 0.225, 0.075, 0.055, LIGHT, 0.42);
        Brush.soft(g, lean, 0.305, 0.12, 0.04, SHADOW, 0.50);
        Color edge = Look.alpha(Look.mix(skin, SHADOW, 0.75), 0.75);
        for (int side : new int[] {-1, 1}) {
            Brush.line(
                    g,
                    Brush.curve(side * 0.095 + lean, 0.205, side * 0.135 + lean, 0.265, side * 0.075 + lean, 0.28),
                    edge,
                    0.012);
            Brush.fill(g, Brush.oval(side * 0.045 + lean, 0.278, 0.027, 0.014), new Color(52, 24, 18));
        }
    }

    private void mouth(Graphics2D g, Pose pose) {
        double open = 0.075 * pose.mouth();
        Color lip = Look.mix(look.skin(), new Color(150, 45, 50), 0.55);
        Path2D upper = new Path2D.Double();
        upper.moveTo(-0.17, 0.428);
        upper.curveTo(-0.08, 0.385, -0.04, 0.375, 0, 0.392);
        upper.curveTo(0.04, 0.375, 0.08, 0.385, 0.17, 0.428);
        upper.curveTo(0.08, 0.425, -0.08, 0.425, -0.17, 0.428);
        Path2D inside = new Path2D.Double();
        inside.moveTo(-0.15, 0.427);
        inside.curveTo(-0.06, 0.415, 0.06, 0.415, 0.15, 0.427);
        inside.curveTo(0.07, 0.437 + open, -0.07, 0.437 + open, -0.15, 0.427);
        Path2D lower = new Path2D.Double();
        lower.moveTo(-0.165, 0.43);
        lower.curveTo(-0.07, 0.435 + open, 0.07, 0.435 + open, 0.165, 0.43);
        lower.curveTo(0.10, 0.485 + open, -0.10, 0.485 + open, -0.165, 0.43);
        Brush.fill(g, inside, new Color(62, 18, 20));
        if (open > 0.02) {
            Shape clip = g.getClip();
            g.clip(inside);
            Brush.fill(g, new Rectangle2D.Double(-0.10, 0.41, 0.20, 0.026), new Color(232, 226, 216));
            g.setClip(clip);
        }
        Brush.fill(g, upper, Look.shade(lip, 0.82));
        Brush.fill(g, lower, lip);
        Brush.soft(g, -0.02, 0.462 + open, 0.07, 0.018, LIGHT, 0.35);
        Brush.line(g, Brush.curve(-0.172, 0.427, 0, 0.434 + 0.2 * open, 0.172, 0.427), new Color(58, 20, 20), 0.013);
        Brush.soft(g, -0.18, 0.43, 0.03, 0.03, SHADOW, 0.5);
        Brush.soft(g, 0.18, 0.43, 0.03, 0.03, SHADOW, 0.5);
    }

    private void beard(Graphics2D g, Pose pose) {
        Color hair = Look.mix(look.hair(), SHADOW, 0.25);
        Area beard = new Area(new Rectangle2D.Double(-0.6, 0.16, 1.2, 0.6));
        beard.subtract(new Area(Brush.oval(0.05 * pose.turn(), 0.14, 0.36, 0.235)));
        beard.subtract(new Area(Brush.oval(0.07 * pose.turn(), 0.435, 0.185, 0.075 + 0.03 * pose.mouth())));
        Brush.fill(g, beard, Look.alpha(hair, 0.80));
        Brush.soft(g, -0.22, 0.50, 0.14, 0.10, LIGHT, 0.16);
    }

    private void moustache(Graphics2D g) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, 0.325);
        path.curveTo(0.08, 0.315, 0.17, 0.35, 0.205, 0.43);
        path.curveTo(0.12, 0.395, 0.06, 0.385, 0, 0.385);
        path.curveTo(-0.06, 0.385, -0.12, 0.395, -0.205, 0.43);
        path.curveTo(-0.17, 0.35, -0.08, 0.315, 0, 0.325);
        Brush.fill(g, path, Look.alpha(Look.mix(look.hair(), SHADOW, 0.25), 0.88));
    }

    private void glasses(Graphics2D g) {
        Color frame = new Color(40, 34, 36);
        for (int side : new int[] {-1, 1}) {
            Shape glass = Brush.oval(side * 0.215, 0.012, 0.145, 0.105);
            Brush.fill(g, glass, new Color(255, 255, 255, 16));
            Brush.line(g, glass, frame, 0.016);
            Brush.line(g, Brush.curve(side * 0.36, 0, side * 0.43, -0.02, side * 0.48, -0.01), frame, 0.016);
        }
        Brush.line(g, Brush.curve(-0.07, -0.005, 0, -0.04, 0.07, -0.005), frame, 0.016);
    }
}
