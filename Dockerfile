# Newsreel with its models. Build: docker compose build
FROM maven:3.9-eclipse-temurin-17
WORKDIR /opt/newsreel
COPY . .
# The first call builds; what it leaves is the installation.
RUN ./newsreel --help >/dev/null
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["./newsreel"]
CMD ["serve", "--host", "0.0.0.0", "--store", "/data"]
