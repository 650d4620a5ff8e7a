#pragma once
#include <pthread.h>
#include <libvirt/libvirt.h>
#include <libvirt/libvirt-qemu.h>
#include <libvirt/virterror.h>

// glibc declares it with _GNU_SOURCE only, which would change structures that Swift's own Glibc module has seen already.
extern int pthread_setname_np(pthread_t thread, const char *name);

// The label is longer than the longest array that Swift imports.
static inline const char *roost_security_label(const virSecurityLabel *label) { return label->label; }
