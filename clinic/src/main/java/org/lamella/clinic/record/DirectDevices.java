package org.lamella.clinic.record;

import static org.lamella.clinic.record.DirectElements.choice;
import static org.lamella.clinic.record.DirectElements.listed;
import static org.lamella.clinic.record.DirectElements.many;
import static org.lamella.clinic.record.DirectElements.one;
import static org.lamella.clinic.record.DirectTypes.CONCEPT;
import static org.lamella.clinic.record.DirectTypes.DATE_TIME;
import static org.lamella.clinic.record.DirectTypes.PERIOD;
import static org.lamella.clinic.record.DirectTypes.QUANTITY;
import static org.lamella.clinic.record.DirectTypes.REFERENCE;
import static org.lamella.clinic.record.DirectTypes.resource;

import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceDeviceNameComponent;
import org.hl7.fhir.r4.model.Device.DevicePropertyComponent;
import org.hl7.fhir.r4.model.DeviceUseStatement;

/** Devices and their use taken straight from JSON; see {@link DirectResources}. */
final class DirectDevices {
    static final DirectForm<DeviceUseStatement> DEVICE_USE = resource(DeviceUseStatement::new)
            .with(
                    "status",
                    one(listed(DeviceUseStatement.DeviceUseStatementStatus::fromCode), DeviceUseStatement::setStatus))
            .with("subject", one(REFERENCE::read, DeviceUseStatement::setSubject))
            .with("timingPeriod", choice(DeviceUseStatement::hasTiming, PERIOD::read, DeviceUseStatement::setTiming))
            .with("timingDateTime", choice(DeviceUseStatement::hasTiming, DATE_TIME, DeviceUseStatement::setTiming))
            .with("device", one(REFERENCE::read, DeviceUseStatement::setDevice))
            .with("bodySite", one(CONCEPT::read, DeviceUseStatement::setBodySite));

    private static final DirectForm<DeviceDeviceNameComponent> DEVICE_NAME = DirectForm.of(
                    DeviceDeviceNameComponent::new)
            .with("name", one(DirectElements::text, DeviceDeviceNameComponent::setName))
            .with("type", one(listed(Device.DeviceNameType::fromCode), DeviceDeviceNameComponent::setType));

    private static final DirectForm<DevicePropertyComponent> PROPERTY = DirectForm.of(DevicePropertyComponent::new)
            .with("type", one(CONCEPT::read, DevicePropertyComponent::setType))
            .with("valueQuantity", many(QUANTITY::read, DevicePropertyComponent::addValueQuantity));

    static final DirectForm<Device> DEVICE = resource(Device::new)
            .with("status", one(listed(Device.FHIRDeviceStatus::fromCode), Device::setStatus))
            .with("manufacturer", one(DirectElements::text, Device::setManufacturer))
            .with("modelNumber", one(DirectElements::text, Device::setModelNumber))
            .with("deviceName", many(DEVICE_NAME::read, Device::addDeviceName))
            .with("type", one(CONCEPT::read, Device::setType))
            .with("property", many(PROPERTY::read, Device::addProperty));

    private DirectDevices() {}
}
