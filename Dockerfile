# roadmapviz, its Graphviz helper and its service in an image that holds nothing else:
#
#   docker build -t roadmapviz .
#   docker run --rm -v "$PWD:/work" -u "$(id -u):$(id -g)" roadmapviz sync
FROM golang:1.26.8@sha256:9d2f36f06329b2a141b9db99ffa32765cf695ee57b813ca29e245e8670bcbfff AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags=-s -o /out/usr/bin/ ./cmd/roadmapviz ./cmd/roadmapviz-graphviz ./cmd/roadmapviz-serve
RUN mkdir -p /out/tmp /out/work && chmod 1777 /out/tmp

FROM scratch
COPY --from=build /out/ /
ENV PATH=/usr/bin
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["/usr/bin/roadmapviz"]
