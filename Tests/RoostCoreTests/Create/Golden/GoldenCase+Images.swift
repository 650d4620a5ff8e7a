extension GoldenCase {
    /// Machines that are made from images.
    static let images: [GoldenCase] = [
        GoldenCase("image-overlay", "--image /images/debian.qcow2"),
        GoldenCase("image-grown", "--image /images/debian.qcow2 --disk size=40 --tag web"),
        GoldenCase("image-full", "--image /images/debian.qcow2 --copy full --disk size=10,bus=scsi"),
        GoldenCase("image-raw", "--image /images/data.raw --disk format=raw"),
        GoldenCase("image-reflink", "--image /images/data.raw --disk format=raw --copy reflink"),
        GoldenCase("image-path", "--image /images/debian.qcow2 --disk /srv/web/web.qcow2"),
        GoldenCase("image-volume", "--image default/old.qcow2 --disk vol=default/web-root.qcow2 --disk size=5"),
        GoldenCase("image-block", "--image /images/debian.qcow2 --disk pool=vg"),
        GoldenCase("image-remote", "--image ceph/image --disk pool=default"),
        GoldenCase("image-session", on: .session, "--image /images/debian.qcow2"),
        GoldenCase("image-arm", on: .arm, "--image /images/debian.qcow2"),
        GoldenCase("image-no-os", os: nil, "--image /images/debian.qcow2 --user ada"),
        GoldenCase(
            "image-address", "--image /images/debian.qcow2 --network bridge=br0 --ip 10.0.0.10/24 --gateway 10.0.0.1"),
        GoldenCase(
            "image-address-fixed",
            "--image /images/debian.qcow2 --network bridge=br0,mac=52:54:00:11:22:33 --ip 10.0.0.10/24"),
    ]
}
