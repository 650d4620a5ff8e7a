/// Documents that several suites use.
enum Fixtures {
    /// The machine of libvirt's test driver as its `dumpxml` prints it.
    static let domain = """
        <domain type='test' id='1'>
          <name>test</name>
          <uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>
          <memory unit='KiB'>8388608</memory>
          <currentMemory unit='KiB'>2097152</currentMemory>
          <vcpu placement='static'>2</vcpu>
          <os>
            <type arch='i686'>hvm</type>
            <boot dev='hd'/>
          </os>
          <clock offset='utc'/>
          <on_poweroff>destroy</on_poweroff>
          <on_reboot>restart</on_reboot>
          <on_crash>destroy</on_crash>
          <devices>
            <disk type='file' device='disk'>
              <source file='/guest/diskimage1'/>
              <target dev='vda' bus='virtio'/>
              <address type='pci' domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>
            </disk>
            <interface type='network'>
              <mac address='aa:bb:cc:dd:ee:ff'/>
              <source network='default'/>
              <target dev='testnet0'/>
              <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x0'/>
            </interface>
            <memballoon model='virtio'>
              <address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x0'/>
            </memballoon>
          </devices>
        </domain>

        """

    /// What a domain may contain besides, formatted by three hands.
    static let awkward = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- kept -->
        <domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
          <description>5 &gt; 3 &amp; 2 &lt; 4, Bob's "best"
            second line</description>
          <metadata>
            <roost:machine xmlns:roost="https://roost.example/1" note="it's &quot;odd&quot;&#10;">
              <roost:tag>a</roost:tag><roost:tag>b</roost:tag>
            </roost:machine>
          </metadata>

        \t<?editor mode=1?>
          <script><![CDATA[if (a < b && c > d) {}]]></script>
          <qemu:commandline><qemu:arg value='a=&apos;b&apos;'/></qemu:commandline>
        </domain>
        <!-- end -->

        """
}
