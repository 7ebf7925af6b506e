package org.newsreel.extraction.voter;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.newsreel.extraction.media.PixelScale;
import org.newsreel.extraction.model.NetworkCalibration;
import org.newsreel.extraction.model.NetworkModel;
import org.newsreel.ontology.claim.ModelUse;

/**
 * What voters need to know of their model beside its network.
 *
 * @param scale how it wants pictures
 * @param device what it runs on, such as {@code cpu} or {@code gpu:0}
 */
record OpenModel(
        String name, String sha256, Labels labels, NetworkCalibration calibration, PixelScale scale, String device) {
    /**
     * Of a network whose labels are relations.
     *
     * @throws IllegalArgumentException in one sentence when the schema knows none of them
     */
    static OpenModel ofRelations(NetworkModel model, PixelScale scale, Device device, Path directory) {
        Labels labels = new Labels(model.labels());
        if (!labels.known()) {
            throw new IllegalArgumentException("The model in " + directory + " tells relations that the graph has no"
                    + " terms for, such as " + model.labels().get(0) + ": train one on m3d, mnre, mdocre or made.");
        }
        return new OpenModel(model.name(), model.sha256(), labels, model.calibration(), scale, name(device));
    }

    static String name(Device device) {
        return device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu";
    }

    ModelUse use(String role) {
        OptionalDouble threshold =
                role.equals("relations") ? OptionalDouble.of(calibration.threshold()) : OptionalDouble.empty();
        return new ModelUse(role, name, sha256, Optional.of(device), threshold);
    }
}
