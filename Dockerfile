# Newsreel with the models that ship, as an image that runs as nobody special.
#   CPU:  docker build -t newsreel .
#   GPU:  docker build -t newsreel:gpu --build-arg FLAVOR=gpu .
# The CPU image holds no CUDA. The GPU image adds NVIDIA's run time and the libtorch that its natives were built for.
ARG FLAVOR=cpu

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /opt/newsreel
COPY . .
# A repository of its own, so that the class paths name places that the image has too.
RUN mvn -B -q -Dmaven.repo.local=/opt/newsreel/.m2 -DskipTests -Dspotless.check.skip=true package
# What runs: the launcher, the samples, the service, and the jars that the command line's class paths name.
RUN .ci/image.sh /opt/newsreel /image

FROM eclipse-temurin:17-jre-noble AS cpu
ENV PYTORCH_FLAVOR=cpu

FROM nvidia/cuda:12.8.1-cudnn-runtime-ubuntu24.04 AS gpu
COPY --from=eclipse-temurin:17-jre-noble /opt/java/openjdk /opt/java/openjdk
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl unzip \
    && curl -fsSL -o /tmp/libtorch.zip \
       "https://download.pytorch.org/libtorch/cu128/libtorch-cxx11-abi-shared-with-deps-2.7.1%2Bcu128.zip" \
    && unzip -q /tmp/libtorch.zip -d /opt && rm -rf /tmp/libtorch.zip /var/lib/apt/lists/*
ENV JAVA_HOME=/opt/java/openjdk PYTORCH_FLAVOR=cu128 PYTORCH_VERSION=2.7.1 PYTORCH_LIBRARY_PATH=/opt/libtorch/lib \
    NEWSREEL_WORKER_DEVICE=gpu

FROM ${FLAVOR} AS newsreel
RUN useradd --system --uid 10001 --home-dir /var/cache/newsreel --create-home newsreel \
    && install -d -o newsreel -g newsreel /data
COPY --from=build /image/opt/newsreel /opt/newsreel
# Built above: nothing is built when it starts. Natives unpack below the home directory.
ENV NEWSREEL_NO_BUILD=1 HOME=/var/cache/newsreel DJL_CACHE_DIR=/var/cache/newsreel/djl
USER newsreel
WORKDIR /data
VOLUME ["/data", "/var/cache/newsreel"]
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 CMD ["/opt/newsreel/.ci/healthy.sh"]
ENTRYPOINT ["/opt/newsreel/newsreel"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8080", "--store", "/data"]
