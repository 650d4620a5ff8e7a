internal import CLibvirt
import Glibc

// Typed parameters to and from libvirt's C records.

extension TypedParameters {
    /// Copies records that stay the caller's.
    init(copying parameters: UnsafePointer<virTypedParameter>?, count: Int) {
        guard let parameters = unsafe parameters else {
            self.init()
            return
        }
        self.init(
            (0..<max(0, count)).compactMap { index in
                unsafe Entry(parameters[index])
            })
    }

    /// Copies and frees records that libvirt allocated.
    init(taking parameters: virTypedParameterPtr?, count: Int) {
        unsafe self.init(copying: parameters, count: count)
        unsafe virTypedParamsFree(parameters, Int32(clamping: count))
    }

    /// Reads one of the older functions, which fill an array whose size they tell when asked with none.
    ///
    /// - Parameter read: the function; the number is in and out.
    @safe init(
        fill read: (virTypedParameterPtr?, UnsafeMutablePointer<Int32>) -> Int32
    ) throws(LibvirtError) {
        var count: Int32 = 0
        try check(unsafe read(nil, &count))
        guard count > 0 else {
            self.init()
            return
        }
        let capacity = Int(count)
        let parameters = virTypedParameterPtr.allocate(capacity: capacity)
        unsafe parameters.initialize(repeating: virTypedParameter(), count: capacity)
        defer { unsafe parameters.deallocate() }
        try check(unsafe read(parameters, &count))
        unsafe self.init(copying: parameters, count: min(capacity, Int(count)))
        unsafe virTypedParamsClear(parameters, Int32(min(capacity, Int(count))))
    }

    /// Calls `body` with libvirt's form of the parameters, which is valid for as long as `body` runs.
    ///
    /// - Throws: what libvirt has against a name or value, or what `body` throws.
    @safe func withC<Value>(
        _ body: (virTypedParameterPtr?, Int32) throws(LibvirtError) -> Value
    ) throws(LibvirtError) -> Value {
        var list: virTypedParameterPtr?
        var count: Int32 = 0
        var capacity: Int32 = 0
        defer { unsafe virTypedParamsFree(list, count) }
        for entry in entries {
            try checkText(entry.name, "a parameter's name")
            if case .string(let value) = entry.value { try checkText(value, "the parameter \(entry.name)") }
            let result =
                switch entry.value {
                case .int(let value): unsafe virTypedParamsAddInt(&list, &count, &capacity, entry.name, value)
                case .uint(let value): unsafe virTypedParamsAddUInt(&list, &count, &capacity, entry.name, value)
                case .llong(let value): unsafe virTypedParamsAddLLong(&list, &count, &capacity, entry.name, value)
                case .ullong(let value): unsafe virTypedParamsAddULLong(&list, &count, &capacity, entry.name, value)
                case .double(let value): unsafe virTypedParamsAddDouble(&list, &count, &capacity, entry.name, value)
                case .boolean(let value):
                    unsafe virTypedParamsAddBoolean(&list, &count, &capacity, entry.name, value ? 1 : 0)
                case .string(let value):
                    unsafe virTypedParamsAddString(&list, &count, &capacity, entry.name, value)
                }
            try check(result)
        }
        return unsafe try body(list, count)
    }
}

extension TypedParameters.Entry {
    /// Copies one record; nil for a type that no libvirt of today has.
    fileprivate init?(_ parameter: virTypedParameter) {
        name = unsafe text(of: parameter.field)
        switch unsafe virTypedParameterType(rawValue: UInt32(bitPattern: parameter.type)) {
        case VIR_TYPED_PARAM_INT: value = unsafe .int(parameter.value.i)
        case VIR_TYPED_PARAM_UINT: value = unsafe .uint(parameter.value.ui)
        case VIR_TYPED_PARAM_LLONG: value = unsafe .llong(parameter.value.l)
        case VIR_TYPED_PARAM_ULLONG: value = unsafe .ullong(parameter.value.ul)
        case VIR_TYPED_PARAM_DOUBLE: value = unsafe .double(parameter.value.d)
        case VIR_TYPED_PARAM_BOOLEAN: value = unsafe .boolean(parameter.value.b != 0)
        case VIR_TYPED_PARAM_STRING:
            value = unsafe .string(parameter.value.s.map { unsafe String(cString: $0) } ?? "")
        default: return nil
        }
    }
}
