package org.newsreel.extraction.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.layer.TorchArchive;
import org.newsreel.extraction.region.RegionStep;
import org.newsreel.extraction.region.SeenRegions;
import org.newsreel.extraction.shot.SamplingPolicy;
import org.newsreel.extraction.source.MediaFile;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.ModelUse;
import org.newsreel.ontology.claim.Region;

class ObjectDetectorTest {
    private static final int SIZE = 64;
    private static final String DESCRIPTION =
            """
            {"size": 64, "classes": ["person", "logo"], "types": {"logo": "ORG"}}
            """;

    /** In YOLOv8's layout three boxes; the second is a logo wherever the picture is red, the first a person anywhere. */
    private static final float[] CONSTANT = {
        16, 48, 0, //
        16, 8, 0, //
        16, 16, 0, //
        24, 16, 0, //
        0.9f, 0, 0, //
        0, 0, 0
    };

    private static final float[] RED = {
        0, 0, 0, //
        0, 0, 0, //
        0, 0, 0, //
        0, 0, 0, //
        0, 0, 0, //
        0, 1.6f, 0
    };

    @TempDir
    private Path directory;

    private Path onnx() throws IOException {
        Path file = directory.resolve("tiny.onnx");
        Files.write(
                file, new TinyOnnx().output(new int[] {1, 6, 3}, CONSTANT, RED).model(SIZE));
        Files.writeString(directory.resolve(DetectorConfig.FILE), DESCRIPTION);
        return file;
    }

    private static Mat picture(double blue, double green, double red) {
        return new Mat(180, 320, opencv_core.CV_8UC3, new Scalar(blue, green, red, 0));
    }

    @Test
    void findsWithAnOnnxModelWhatItsOutputsSayInFractionsOfThePicture() throws IOException {
        try (ObjectDetector detector = ObjectDetector.open(onnx());
                Mat red = picture(0, 0, 255);
                Mat blue = picture(255, 0, 0)) {
            List<Detection> found = detector.detect(red);
            assertThat(found).extracting(Detection::label).containsExactly("logo", "person");
            assertThat(detector.type(found.get(0))).isEqualTo(EntityType.ORG);
            assertThat(detector.type(found.get(1))).isEqualTo(EntityType.PER);
            // The picture of 320 by 180 is 64 by 36 points of the input.
            Box person = found.get(1).box();
            assertThat(person.x()).isCloseTo(8 / 64.0, within(1e-6));
            assertThat(person.y()).isCloseTo(4 / 36.0, within(1e-6));
            assertThat(person.width()).isCloseTo(16 / 64.0, within(1e-6));
            assertThat(person.height()).isCloseTo(24 / 36.0, within(1e-6));
            assertThat(detector.detect(blue)).extracting(Detection::label).containsExactly("person");
            assertThat(detector.detect(red)).isEqualTo(found);
        }
    }

    @Test
    void findsTheSameWithTorchScript() throws IOException {
        onnx();
        Path file = directory.resolve("tiny.torchscript");
        Files.write(
                file,
                TorchArchive.of(
                        """
                        def forward(self: __torch__.Ops,
                            x: Tensor) -> Tensor:
                          red = torch.mul(torch.mean(torch.slice(x, 1, 0, 1)), 1.6)
                          person = torch.tensor([16., 16., 16., 24., 0.9, 0.])
                          logo = torch.mul(torch.tensor([0., 0., 0., 0., 0., 1.]), red)
                          place = torch.tensor([48., 8., 16., 16., 0., 0.])
                          return torch.unsqueeze(torch.stack([person, torch.add(place, logo)], 1), 0)
                        """));
        try (ObjectDetector detector = ObjectDetector.open(file);
                Mat red = picture(0, 0, 255);
                Mat green = picture(0, 255, 0)) {
            assertThat(detector.detect(red)).extracting(Detection::label).containsExactly("logo", "person");
            assertThat(detector.detect(green)).extracting(Detection::label).containsExactly("person");
            assertThat(detector.detect(green).get(0).box().height()).isCloseTo(24 / 36.0, within(1e-6));
        }
    }

    @Test
    void readsDetrWithTwoOutputs() throws IOException {
        Path file = directory.resolve("detr.onnx");
        Files.write(
                file,
                new TinyOnnx()
                        .output(new int[] {1, 2, 3}, new float[] {5, 0, 0, 0, 0, 5}, new float[6])
                        .output(new int[] {1, 2, 4}, new float[] {.5f, .25f, .5f, .25f, 0, 0, 0, 0}, new float[8])
                        .model(SIZE));
        Files.writeString(directory.resolve(DetectorConfig.FILE), DESCRIPTION);
        try (ObjectDetector detector = ObjectDetector.open(file);
                Mat grey = picture(120, 120, 120)) {
            List<Detection> found = detector.detect(grey);
            assertThat(found).hasSize(1);
            assertThat(found.get(0).label()).isEqualTo("person");
            assertThat(found.get(0).box().x()).isCloseTo(0.25, within(1e-6));
            assertThat(found.get(0).box().height()).isCloseTo(16 / 36.0, within(1e-6));
        }
    }

    @Test
    void takesThePlaceOfOtherMeansInARegionStep() throws IOException {
        Path picture = directory.resolve("red.png");
        try (Mat red = picture(0, 0, 255)) {
            opencv_imgcodecs.imwrite(picture.toString(), red);
        }
        List<MediaFile> media = List.of(new MediaFile("p0", MediaKind.IMAGE, picture, "red.png", Optional.empty()));
        try (RegionStep step = RegionStep.load(Path.of("models"), SamplingPolicy.STANDARD, Optional.of(onnx()))) {
            SeenRegions seen = step.see(media, List.of(), List.of(), "");
            assertThat(seen.regions()).extracting(Region::type).containsExactly(EntityType.PER, EntityType.ORG);
            assertThat(seen.regions().get(0).box().x()).isCloseTo(8 / 64.0, within(1e-6));
            assertThat(seen.models()).extracting(ModelUse::name).contains("tiny.onnx");
        }
    }

    @Test
    void isFoundAmongTheModels() throws IOException {
        assertThat(ObjectDetector.among(directory)).isEmpty();
        Path file = directory.resolve("detector").resolve("mine.onnx");
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[1]);
        assertThat(ObjectDetector.among(directory)).contains(file);
    }

    @Test
    void saysInOneSentenceWhatIsWrongWithAFile() throws IOException {
        assertThatThrownBy(() -> ObjectDetector.open(directory.resolve("none.onnx")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no detector");
        Path broken = directory.resolve("broken.onnx");
        Files.writeString(broken, "no model");
        assertThatThrownBy(() -> ObjectDetector.open(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can't be loaded");
        Path other = directory.resolve("model.bin");
        Files.writeString(other, "no model");
        assertThatThrownBy(() -> ObjectDetector.open(other)).hasMessageContaining("name it so");
        Path file = onnx();
        Files.writeString(directory.resolve(DetectorConfig.FILE), "{\"size\": 64}");
        try (ObjectDetector detector = ObjectDetector.open(file);
                Mat red = picture(0, 0, 255)) {
            assertThatThrownBy(() -> detector.detect(red)).hasMessageContaining("another layout");
        }
        Files.writeString(directory.resolve(DetectorConfig.FILE), "{\"size\": 5}");
        assertThatThrownBy(() -> ObjectDetector.open(file)).hasMessageContaining("32 to 2048");
    }
}
